"""What is right in a QTI item, and how an answer is judged: declarations and processing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from enablekit.packing.item_explanation import explanation
from enablekit.packing.pairing import PAIRED, pairing
from enablekit.packing.question_text import on_one_line
from enablekit.packing.xml_element import Element, element

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item, Number
    from enablekit.packing.qti_dialect import Dialect

RESPONSE = "RESPONSE"
SCORE = "SCORE"
WHY = "WHY"  # the outcome that shows the rationale, and the name of what it shows
CHOSEN = "CHOSEN"  # the outcome that shows what is said to the options chosen


def left(place: int) -> str:
    """Name an option, a statement or a prompt by its place, counted from 0."""
    return f"A{place + 1}"


def right(place: int) -> str:
    """Name what may be found for one."""
    return f"B{place + 1}"


def speaks_of_options(item: Item) -> bool:
    """Tell whether something is said to whoever chose an option."""
    return item.form in {"single", "multiple"} and any(one.feedback for one in item.options)


def declarations(item: Item, wording: Wording) -> tuple[Element, ...]:
    """Declare what is answered, and what comes of it."""
    cardinality = "multiple" if item.form == "multiple" else "single"
    zero = element("qti-default-value", element("qti-value", "0"))
    outcomes = [_outcome(SCORE, "single", "float", zero)]
    if explanation(item, wording):
        shown = element("qti-default-value", element("qti-value", WHY))
        outcomes.append(_outcome(WHY, "single", "identifier", shown))
    if speaks_of_options(item):
        outcomes.append(_outcome(CHOSEN, cardinality, "identifier"))
    return (_response(item, wording), *outcomes)


def _outcome(name: str, cardinality: str, base_type: str, *inside: Element) -> Element:
    return element(
        "qti-outcome-declaration",
        *inside,
        identifier=name,
        cardinality=cardinality,
        base_type=base_type,
    )


def _response(item: Item, wording: Wording) -> Element:
    if item.form == "numeric" and item.number:
        return _declared("single", "float", (item.number.value,))
    if item.form == "short":
        answers = short_answers(item)
        entries = (
            element("qti-map-entry", map_key=one, mapped_value="1", case_sensitive="false")
            for one in answers
        )
        return _declared(
            "single",
            "string",
            answers[:1],
            element("qti-mapping", *entries, lower_bound="0", upper_bound="1", default_value="0"),
        )
    if item.form == "ordering":
        return _declared("ordered", "identifier", tuple(left(place) for place in item.order))
    if item.form in PAIRED:
        key = pairing(item, wording).key
        pairs = tuple(f"{left(place)} {right(found)}" for place, found in enumerate(key))
        return _declared("multiple", "directedPair", pairs)
    keys = tuple(left(place) for place, one in enumerate(item.options) if one.correct)
    return _declared("multiple" if item.form == "multiple" else "single", "identifier", keys)


def _declared(cardinality: str, base_type: str, values: tuple[str, ...], *more: Element) -> Element:
    correct = element("qti-correct-response", *(element("qti-value", one) for one in values))
    return element(
        "qti-response-declaration",
        correct,
        *more,
        identifier=RESPONSE,
        cardinality=cardinality,
        base_type=base_type,
    )


def short_answers(item: Item) -> tuple[str, ...]:
    """Return the answers that count, those apart by more than capitals, each once."""
    found: dict[str, str] = {}
    for option in item.options:
        found.setdefault(on_one_line(option.text).casefold(), on_one_line(option.text))
    return tuple(found.values())


def processing(item: Item, dialect: Dialect) -> Element:
    """
    Say how an answer is judged: by a standard template where one is enough.

    A number is compared with the ends of its range, worked out in decimals, since a difference of
    binary fractions can miss them.
    """
    if item.form == "short":
        return _template("map_response", dialect)
    if item.form == "numeric" and item.number:
        return element("qti-response-processing", _scored(_in_range(item.number)))
    if not speaks_of_options(item):
        return _template("match_correct", dialect)
    matches = element("qti-match", _variable(), element("qti-correct", identifier=RESPONSE))
    said = element("qti-set-outcome-value", _variable(), identifier=CHOSEN)
    return element("qti-response-processing", _scored(matches), said)


def _template(name: str, dialect: Dialect) -> Element:
    return element("qti-response-processing", template=dialect.template.format(name))


def _in_range(number: Number) -> Element:
    value, tolerance = Decimal(number.value), Decimal(number.tolerance)
    least, most = (
        element("qti-base-value", f"{end:f}", base_type="float")
        for end in (value - tolerance, value + tolerance)
    )
    return element(
        "qti-and",
        element("qti-gte", _variable(), least),
        element("qti-lte", _variable(), most),
    )


def _scored(condition: Element) -> Element:
    return element(
        "qti-response-condition",
        element("qti-response-if", condition, _score("1")),
        element("qti-response-else", _score("0")),
    )


def _score(value: str) -> Element:
    return element(
        "qti-set-outcome-value",
        element("qti-base-value", value, base_type="float"),
        identifier=SCORE,
    )


def _variable() -> Element:
    return element("qti-variable", identifier=RESPONSE)
