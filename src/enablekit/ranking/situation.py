"""A situation: what a buyer says, who it is, where in the journey, how and how long to reach it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.ranking.rules import MINUTES, MOST_MINUTES, READ
from enablekit.ranking.words import spoken, telling, tokens

if TYPE_CHECKING:
    from enablekit.ranking.catalogue import Catalogue
    from enablekit.ranking.name import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """
    What is asked of the finder; what is empty is not asked.

    Attributes:
        pain: A pain by id.
        persona: A persona by id.
        stage: A stage by id.
        competitor: A rival by id, whose pieces are wanted.
        channel: How the piece reaches the buyer, such as `email`.
        minutes: How much time there is at most.
        words: The words to look for, as `words.tokens` makes them.
        named: The rivals that were named, by id.
        heard: All words that were said, for what speaks against a piece.
        typed: The same words as they were written, by how they are compared.

    """

    pain: str = ""
    persona: str = ""
    stage: str = ""
    competitor: str = ""
    channel: str = ""
    minutes: int = 0
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    typed: tuple[tuple[str, str], ...] = ()


def read(sentence: str, asked: Situation, known: Catalogue) -> Situation:
    """
    Add what a sentence says to what was asked.

    A persona, a stage, a pain and a channel are recognised by any of their names, the longest
    first, unless one was asked for, and so are minutes; their words are then not looked for any
    more. Those of a rival are: other pieces speak of it, too.
    """
    pairs = spoken(sentence)
    left = [word for word, _ in pairs]
    heard = tuple(telling(left))
    named = tuple(
        rival.id
        for rival in known.competitors
        if any(_place(tokens(name), left) >= 0 for name in rival.names)
    )
    found: dict[str, str] = {}
    for kind in READ:
        found[kind] = getattr(asked, kind)
        if not found[kind]:
            found[kind], left = _recognised(left, getattr(known, f"{kind}s"))
    minutes = asked.minutes
    if not minutes:
        minutes, left = _minutes(left)
    return replace(
        asked, **found, minutes=minutes, words=tuple(telling(left)), named=named, heard=heard,
        typed=tuple(pairs),
    )  # fmt: skip


def _minutes(said: list[str]) -> tuple[int, list[str]]:
    """Return how many minutes there are, as in `5 minutes`, and the other words."""
    for at, word in enumerate(said[:-1]):
        if word.isascii() and word.isdigit() and said[at + 1] in MINUTES:
            return min(int(word), MOST_MINUTES), said[:at] + said[at + 2 :]
    return 0, said


def _recognised(said: list[str], names: tuple[Name, ...]) -> tuple[str, list[str]]:
    """Return the id of the longest name that was said, and the other words."""
    best: tuple[int, int, str] = (0, 0, "")
    for term in names:
        for name in term.names:
            wanted = tokens(name)
            at = _place(wanted, said) if len(wanted) > best[0] else -1
            if at >= 0:
                best = (len(wanted), at, term.id)
    length, at, word = best
    return word, said[:at] + said[at + length :]


def _place(wanted: list[str], said: list[str]) -> int:
    """Return where some words stand one after the other among others, or -1."""
    last = len(said) - len(wanted) if wanted else -1
    return next((at for at in range(last + 1) if said[at : at + len(wanted)] == wanted), -1)
