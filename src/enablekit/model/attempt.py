"""Attempts at checks as a learner keeps them and saves them, in docs/reference/attempts.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """
    An answer to an item.

    Attributes:
        item: The item's id.
        chosen: The numbers chosen, counted from 1; what they count depends on the item's form.
        typed: What was typed; None where the answer is chosen.
        right: Whether it is the whole answer.
        sure: Whether the learner was sure.

    """

    item: str
    chosen: tuple[int, ...]
    right: bool
    sure: bool
    typed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAttempt:
    """
    An attempt at a check.

    Attributes:
        asset: The asset's id.
        title: Its title on that day.
        check: What tells the check from an edited one.
        at: When the answers were checked, as RFC 3339 writes a time.
        right: How many items were answered rightly.
        of: How many there were.
        passed: Whether that was enough on that day.
        answers: The answers, in the order of the file.
        parts: The must-knows of that day and the digests of their words; may be empty.
        only: The must-knows asked, where it was not the whole check.

    """

    asset: str
    title: str
    check: str
    at: str
    right: int
    of: int
    passed: bool
    answers: tuple[KeptAnswer, ...]
    parts: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPulse:
    """
    An answer to a question without a right one, in docs/reference/pulses.md.

    Attributes:
        asset: The asset's id.
        title: Its title on that day.
        pulse: What tells the question from others.
        at: When it was answered, as RFC 3339 writes a time.
        question: What was asked.
        chosen: The number of the option, counted from 1; empty for own words.
        answer: The words of the option, or the learner's own.

    """

    asset: str
    title: str
    pulse: str
    at: str
    question: str
    chosen: tuple[int, ...]
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """
    What one learner saved.

    Attributes:
        learner: What they are called; a pseudonym and never an address.
        attempts: The attempts, in the order of the file.
        pulses: The answers to pulses, in the order of the file.

    """

    learner: str = ""
    attempts: tuple[KeptAttempt, ...] = ()
    pulses: tuple[KeptPulse, ...] = ()
