"""Situations to sort: use the asset, or leave it alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_making import item_id, normalised, shuffled
from enablekit.model.item import Item, Option
from enablekit.model.phrase import keys, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library

NAME = "do-dont"
BLOOM = "apply"

_EACH = 2
_FEWEST = 3


# Words by which a situation would say itself on which side it belongs.
_TELLS = re.compile(r"\b(?:not|never|no longer|nothing|don't|doesn't|won't)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?](?=\s+[^a-z])")


def _situations(texts: list[str]) -> list[str]:
    """
    Keep the situations and leave out the advice.

    Authors write “They already check invoices. It preaches to the converted.”: the first sentence
    is the situation, and what follows would give the answer away.
    """
    firsts = []
    for text in texts:
        end = _SENTENCE.search(text)
        first = text[: end.end()] if end else text
        if first and not _TELLS.search(first):
            firsts.append(first)
    return firsts


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make one sorting item where the guidance says both when and when not."""
    guidance = asset.guidance
    use = _situations([*(one.when for one in guidance.use_with),
                       *(one.text for one in guidance.trigger)])  # fmt: skip
    leave = _situations([one.text for one in guidance.do_not_use_when])
    if not use or not leave or len(use[:_EACH]) + len(leave[:_EACH]) < _FEWEST:
        return
    options = [Option(text=text, correct=True) for text in use[:_EACH]]
    options += [Option(text=text, correct=False) for text in leave[:_EACH]]
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
        options=shuffled(options, identity),
        groups=keys(("Use it", "Leave it alone")),
        rationale=phrase(
            "Leave it alone: {when}",
            when=" · ".join(one.text for one in guidance.do_not_use_when),
        ),
        source=guidance.do_not_use_when[0].span,
        objective="Tell when the piece helps and when it does harm.",
        bloom=BLOOM,
        topics=asset.topics,
    )
