"""Situations to sort: use the asset, or leave it alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.extend.item_making import item_id, normalised, shuffled
from enablekit.model.item import Item, Option
from enablekit.model.phrase import keys, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library

NAME = "do-dont"
BLOOM = "apply"

_EACH = 2
_FEWEST = 3


_PRONOUN = re.compile(r"^(?:He|She)\b")
# Words by which a situation would say itself on which side it belongs.
_TELLS = re.compile(r"\b(?:not|never|no longer|nothing|don't|doesn't|won't)\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s+[^a-z])|;\s")


def _situations(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """
    Keep the situations, each with what to say of it, and leave out the advice.

    Authors write “They already check invoices; it preaches to the converted.”: what comes first
    is the situation, and what follows would give the answer away.
    """
    firsts = {}
    for text, why in entries:
        end = _END.search(text)
        first = text[: end.start()].rstrip(".") + "." if end else text
        if first and not _TELLS.search(first):
            firsts[first] = why or (text if end else "")
    return firsts


def _options(situations: dict[str, str], *, correct: bool) -> list[Option]:
    return [
        Option(text=text, correct=correct, feedback=why)
        for text, why in list(situations.items())[:_EACH]
    ]


def _of_person(when: str, persona: str, library: Library) -> str:
    """
    Put the person before a situation that says “He” or “She”.

    Authors write it below the person's name; alone on a card the pronoun refers to nobody.
    """
    names = {one.id: one.name for one in library.vocabulary.personas if one.known}
    if persona not in names or not _PRONOUN.match(when):
        return when
    return phrase("{persona}: {when}", persona=names[persona], when=when)


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make one sorting item where the guidance says both when and when not."""
    guidance = asset.guidance
    persons = {
        first: one.persona for one in guidance.use_with for first in _situations([(one.when, "")])
    }
    use = _situations([*((one.when, one.why) for one in guidance.use_with),
                       *((one.text, "") for one in guidance.trigger)])  # fmt: skip
    leave = _situations((one.text, "") for one in guidance.do_not_use_when)
    options = [*_options(use, correct=True), *_options(leave, correct=False)]
    if not use or not leave or len(options) < _FEWEST:
        return
    if len({normalised(option.text) for option in options}) < len(options):
        return
    identity = item_id(NAME, asset.path or asset.id, " ".join(one.text for one in options))
    yield Item(
        id=identity,
        kind=NAME,
        form="sorting",
        stem=phrase(
            "When do you use “{title}”, and when do you leave it alone?", title=asset.title
        ),
        options=tuple(
            replace(one, text=_of_person(one.text, persons.get(one.text, ""), library))
            for one in shuffled(options, identity)
        ),
        groups=keys(("Use it", "Leave it alone")),
        rationale=phrase(
            "Leave it alone: {when}",
            when=" · ".join(one.text for one in guidance.do_not_use_when),
        ),
        source=guidance.do_not_use_when[0].span,
        objective=phrase("Tell when the piece helps and when it does harm."),
        bloom=BLOOM,
        topics=asset.topics,
    )
