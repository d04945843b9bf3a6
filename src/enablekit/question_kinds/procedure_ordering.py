"""The steps of a procedure are mixed, and the learner puts them in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.confirmed import is_told
from enablekit.extend.item_making import item_id, normalised, quotation, shuffled
from enablekit.model.item import Item, Option
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Steps
    from enablekit.model.library import Library

NAME = "procedure-ordering"
BLOOM = "understand"

_FEWEST, _MOST = 3, 7
_LONGEST = 20  # words of a step
_LONGEST_NAME = 10  # words of what introduces the steps
# Words and numbers by which a step would say itself where it belongs.
_TELLS = re.compile(
    r"(?:step\s*)?\d|\b(?:first|second|third|then|next|last|final|finally|after|afterwards|before"
    r"|once|again|now|previous|above|below|lastly|start|begin|finish|done|if so"
    r"|this|these|those|it|them)\b",
    re.IGNORECASE,
)


# What says that steps follow on each other. Without it, a numbered list may be one of tasks.
_IN_STEPS = re.compile(
    r"\b(?:steps?|step-by-step|first(?:ly)?|then|procedure|in this order)\b",
    re.IGNORECASE,
)
_NO_STEPS = re.compile(
    r"\b(?:tasks?|tips?|ideas?|reasons?|ways?|tools?|best|to-?dos?)\b", re.IGNORECASE
)
# Where to click in a program is looked up and not learned.
_CLICKS = re.compile(
    r"\b(?:clicks?|selects?|button|menu|tab|screens?|webhooks?|rows?|quer(?:y|ies)|install|terminal"
    r"|command|GET|POST|API|app|automation|browser|dropdown|repository|branch|merge|folder|checkbox"
    r"|log ?in|sign in|navigate|paste|download|upload|database|data source|deploy|type in)\b",
    re.IGNORECASE,
)


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make an item of each procedure whose steps do not say themselves which comes first.

    Guidance tells of every step: the order of a text that nobody confirms is the author's alone.
    """
    for procedure in asset.evidence.procedures:
        if not _can_be_asked(procedure) or not _is_in_order(procedure, asset):
            continue
        if not all(is_told(step, asset) for step in procedure.steps):
            continue
        identity = item_id(NAME, asset.path or asset.id, " ".join(procedure.steps))
        right = [Option(text=step, correct=True) for step in procedure.steps]
        mixed = shuffled(right, identity)
        if list(mixed) == right:
            mixed = tuple(reversed(mixed))
        yield Item(
            id=identity,
            kind=NAME,
            form="ordering",
            stem=_stem(asset, procedure),
            options=mixed,
            order=tuple(mixed.index(option) for option in right),
            rationale=quotation(asset, procedure.steps[0]),
            source=procedure.span,
            objective=phrase("Put the steps of a procedure in order."),
            bloom=BLOOM,
            topics=asset.topics,
            drawn=True,
        )


def _stem(asset: Asset, procedure: Steps) -> str:
    """Ask for the order, and name the procedure where its heading is short enough."""
    name = procedure.text.rstrip(" :.")
    is_title = normalised(name) in normalised(asset.title)
    if name and not is_title and len(name.split()) <= _LONGEST_NAME:
        return phrase(
            "“{name}”: in which order does “{title}” take these steps?",
            name=name,
            title=asset.title,
        )
    return phrase("In which order does “{title}” take these steps?", title=asset.title)


def _is_in_order(procedure: Steps, asset: Asset) -> bool:
    """Tell whether the text says that these are steps, by a word or by numbering headings."""
    headed = any(
        block.kind == "heading" and procedure.steps[0] in block.text
        for block in asset.body.blocks
        if procedure.span.line <= block.span.line <= procedure.span.end_line
    )
    return (headed or _IN_STEPS.search(procedure.text) is not None) and not _NO_STEPS.search(
        procedure.text
    )


def _can_be_asked(procedure: Steps) -> bool:
    steps = procedure.steps
    return (
        _FEWEST <= len(steps) <= _MOST
        and len({normalised(step) for step in steps}) == len(steps)
        and all(0 < len(step.split()) <= _LONGEST for step in steps)
        and not any(_TELLS.search(step) or _CLICKS.search(step) for step in steps)
    )
