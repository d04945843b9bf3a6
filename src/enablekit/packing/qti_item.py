"""An item as a QTI item, in the names of version 3.0."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from enablekit.packing.item_explanation import explanation
from enablekit.packing.pairing import pairing
from enablekit.packing.qti_response import (
    CHOSEN,
    RESPONSE,
    WHY,
    declarations,
    left,
    processing,
    right,
    speaks_of_options,
)
from enablekit.packing.question_text import clean, named_for
from enablekit.packing.xml_element import Element, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item
    from enablekit.packing.qti_dialect import Dialect

_SAFE = re.compile(r"[A-Za-z0-9_-]{1,30}")
_DIGITS = 12
_SHORTEST_FIELD = 15  # characters


def identifier(prefix: str, name: str) -> str:
    """Return a name that is an identifier for every reader of QTI: letters, digits, few of them."""
    if not _SAFE.fullmatch(name):
        name = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{prefix}-{name}"


def assessment_item(item: Item, wording: Wording, dialect: Dialect, language: str) -> Element:
    """
    Return an item; one point for the whole right answer, none otherwise.

    The rationale is modal feedback that every answer shows; what is said to an option is feedback
    that choosing it shows.
    """
    name = identifier("item", item.id)
    root = element(
        "qti-assessment-item",
        *declarations(item, wording),
        element("qti-item-body", *_body(item, wording)),
        processing(item, dialect),
        *_feedback(item, wording, dialect),
        identifier=name,
        title=named_for(wording.told(item.stem), name),
        adaptive="false",
        time_dependent="false",
    )
    spoken = (("xml:lang", language),) if language else ()
    return Element(name=root.name, attributes=(*root.attributes, *spoken), children=root.children)


def _body(item: Item, wording: Wording) -> tuple[Element, ...]:
    asked = lines(wording.told(item.stem))
    if item.form in {"numeric", "short"}:
        return (element("p", *asked), _field(item))
    prompt = element("qti-prompt", *asked)
    if item.form in {"sorting", "matching"}:
        return (_match(item, wording, prompt),)
    several = item.form == "multiple"
    bounds = {} if item.form == "ordering" else {"max_choices": "0" if several else "1"}
    kind = "qti-order-interaction" if item.form == "ordering" else "qti-choice-interaction"
    choices = (
        element("qti-simple-choice", *lines(one.text), identifier=left(place))
        for place, one in enumerate(item.options)
    )
    return (
        element(kind, prompt, *choices, response_identifier=RESPONSE, shuffle="false", **bounds),
    )


def _match(item: Item, wording: Wording, prompt: Element) -> Element:
    found = pairing(item, wording)
    one_each = (_matchable(left(place), one, "1") for place, one in enumerate(found.left))
    as_often_as_needed = (
        _matchable(right(place), one, "0") for place, one in enumerate(found.right)
    )
    return element(
        "qti-match-interaction",
        prompt,
        element("qti-simple-match-set", *one_each),
        element("qti-simple-match-set", *as_often_as_needed),
        response_identifier=RESPONSE,
        shuffle="false",
        max_associations=str(len(found.left)),
    )


def _matchable(name: str, words: str, most: str) -> Element:
    return element("qti-simple-associable-choice", *lines(words), identifier=name, match_max=most)


def _field(item: Item) -> Element:
    longest = max([_SHORTEST_FIELD, *(len(one.text) for one in item.options)])
    field = element(
        "qti-text-entry-interaction", response_identifier=RESPONSE, expected_length=str(longest)
    )
    unit = item.number.unit if item.number else ""
    return element("p", field, *((f" {clean(unit)}",) if unit else ()))


def _feedback(item: Item, wording: Wording, dialect: Dialect) -> Iterable[Element]:
    said = explanation(item, wording)
    if said:
        others = () if speaks_of_options(item) else item.options
        extra = (f"{one.text}: {wording.told(one.feedback)}" for one in others if one.feedback)
        yield _modal(WHY, WHY, (*said, *extra), dialect)
    if speaks_of_options(item):
        for place, one in enumerate(item.options):
            if one.feedback:
                yield _modal(CHOSEN, left(place), (wording.told(one.feedback),), dialect)


def _modal(outcome: str, name: str, texts: tuple[str, ...], dialect: Dialect) -> Element:
    said = tuple(element("p", *lines(text)) for text in texts)
    return element(
        "qti-modal-feedback",
        *((element("qti-content-body", *said),) if dialect.feedback_body else said),
        outcome_identifier=outcome,
        identifier=name,
        show_hide="show",
    )


def lines(words: str) -> tuple[Element | str, ...]:
    """Return a text with an element between its lines."""
    first, *others = clean(words).split("\n")
    return (first, *(part for line in others for part in (element("br"), line)))
