"""Items as the interactions that learning platforms record: their type and what is right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from enablekit.extend.item_key import key_of

if TYPE_CHECKING:
    from enablekit.model.item import Item, Number

# Options and prompts in answers: one character each, as SCORM 1.2 demands (RTE 3.4.2.7.5).
OPTIONS = "abcdefghijklmnopqrstuvwxyz0123456789"
PROMPTS = "123456789abcdefghijklmnopqrstuvwxyz0"

_TYPES = {
    "single": "choice",
    "multiple": "choice",
    "sorting": "matching",
    "matching": "matching",
    "ordering": "sequencing",
    "numeric": "numeric",
    "short": "fill-in",
}
_PAIRED = frozenset({"sorting", "matching"})
# At most five digits before the point, as in the data models of Moodle and others: SCORM promises
# a `real(10,7)` and no more.
_REAL = re.compile(r"-?\d{1,5}(\.\d{1,7})?")
_TYPED = 250  # UTF-16 code units of a text, SCORM 2004 RTE 4.1.1.6; SCORM 1.2 allows 255
_BLANKS = re.compile(r"\s+")
_RESERVED = re.compile(r"\[[,.:]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """
    How answers are written down.

    Attributes:
        between: What stands between the parts of an answer.
        pair: What stands between a prompt and its option.
        ranges: Whether a number may be one of a range.
        real: Whether only a `real(10,7)` is a number.

    """

    between: str
    pair: str
    ranges: bool
    real: bool


SCORM_12 = Notation(between=",", pair=".", ranges=False, real=False)
SCORM_2004 = Notation(between="[,]", pair="[.]", ranges=True, real=True)
XAPI = Notation(between="[,]", pair="[.]", ranges=True, real=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """
    An item in the words of SCORM and xAPI.

    Attributes:
        type: `choice`, `matching`, `sequencing`, `numeric` or `fill-in`.
        patterns: What is right, in the notation asked for; several where any of them counts.

    """

    type: str
    patterns: tuple[str, ...]


def interaction(item: Item, notation: Notation) -> Interaction:
    """
    Return an item as an interaction.

    A number that a platform would refuse is a `fill-in`, which it takes as it is typed.

    Sources: SCORM 1.2 RTE 3.4.2.7, SCORM 2004 4th edition RTE 4.2.9 and xAPI 1.0.3 Data 2.4.4.1
    (https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#interaction-activities).
    """
    if item.number is not None:
        return _numeric(item.number, notation)
    if item.form == "short":
        accepted = (short_text(option.text) for option in item.options)
        return Interaction(type="fill-in", patterns=tuple(dict.fromkeys(filter(None, accepted))))
    pattern = response(item.form, key_of(item), notation)
    return Interaction(type=_TYPES[item.form], patterns=(pattern,))


def response(form: str, chosen: tuple[int, ...], notation: Notation) -> str:
    """Write an answer that is made by choosing; `chosen` as in docs/reference/attempts.md."""
    if form in _PAIRED:
        pairs = (
            f"{PROMPTS[place]}{notation.pair}{OPTIONS[number - 1]}"
            for place, number in enumerate(chosen)
        )
        return notation.between.join(pairs)
    if form == "ordering":
        steps = sorted(range(len(chosen)), key=lambda place: chosen[place])
        return notation.between.join(OPTIONS[place] for place in steps)
    return notation.between.join(OPTIONS[number - 1] for number in chosen)


def short_text(words: str, most: int = _TYPED) -> str:
    """
    Return a text as a platform takes it: one line, without what has a meaning in answers, cut.

    Args:
        words: The text.
        most: The most UTF-16 code units, which is what platforms count.

    """
    # A brace at the start would begin a property of SCORM 2004, such as `{lang=en}`.
    plain = _BLANKS.sub(" ", _RESERVED.sub(" ", words)).lstrip(" {").rstrip()
    if _units(plain) <= most:
        return plain
    kept, free = [], most - 1
    for character in plain:
        free -= _units(character)
        if free < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _numeric(number: Number, notation: Notation) -> Interaction:
    value, tolerance = Decimal(number.value), Decimal(number.tolerance)
    least, most = f"{value - tolerance:f}", f"{value + tolerance:f}"
    fits = not notation.real or (_REAL.fullmatch(least) and _REAL.fullmatch(most))
    if not fits:
        return Interaction(type="fill-in", patterns=(number.value,))
    pattern = f"{least}[:]{most}" if notation.ranges else number.value
    return Interaction(type="numeric", patterns=(pattern,))
