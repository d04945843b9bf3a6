"""Comprehension items: what is asked, what is right, and why."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.audience import Audience
from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """
    One answer a learner may choose.

    Attributes:
        text: The words.
        correct: Whether it is a key; in a sorting item, whether it belongs to the first group.
        feedback: What to say to whoever chose it; may be empty.

    """

    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenItem:
    """
    An item a person wrote, in the front matter or as a task list in the body.

    Attributes:
        stem: The question.
        options: Keys and distractors, in the order they were written.
        rationale: Why the key is right; may be empty.
        tests: The id of the must-know it tests; may be empty.
        span: Where it stands.
        keys_first: Whether the keys come first because they were written apart, so that the order
            says nothing and must be mixed.
        audience: Who may take it; None means whoever may read the asset.

    """

    stem: str
    options: tuple[Option, ...]
    span: Span
    rationale: str = ""
    tests: str = ""
    keys_first: bool = False
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    An item ready to be taken.

    Attributes:
        id: Stable: twelve hex digits of SHA-256 over kind, source path and normalised fact.
        kind: The question kind that made it, such as `objection-response`.
        form: `single` (one key), `multiple` (several keys), `sorting` (two groups) or `ordering`.
        stem: The question.
        options: What may be chosen, in the order to show.
        groups: For sorting, the names of the group of correct options and of the other group.
        order: For ordering, the places of the options in the right order, counted from 0.
        in_order: Whether the options stand in an order of their own, such as figures by size.
        rationale: Why the key is right, quoting the source.
        source: Where the fact stands.
        tests: The must-know it tests, or empty.
        objective: What a learner can do who answers it.
        bloom: Bloom level, given by the kind: `recall`, `understand`, `apply` or `analyse`.
        topics: Topic ids of the asset.
        written: Whether a person wrote the item itself.
        drawn: Whether it was made from the text alone, so that nobody has confirmed it.

    """

    id: str
    kind: str
    form: str
    stem: str
    options: tuple[Option, ...]
    rationale: str
    source: Span
    objective: str
    bloom: str
    groups: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    in_order: bool = False
    tests: str = ""
    topics: tuple[str, ...] = ()
    written: bool = False
    drawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """
    The comprehension check of one asset.

    Attributes:
        asset: The asset's id.
        items: The items, written ones first.
        pass_mark: Percent of items to answer correctly.
        why_empty: What is missing when there are no items; empty otherwise.

    """

    asset: str
    items: tuple[Item, ...] = ()
    pass_mark: int = 80
    why_empty: str = ""
