"""
Whether a response to an item is right, of whatever form the item is.

The site's `grade.js` does the same for typed answers, and tests hold both against each other:
whatever changes here changes there, and in docs/reference/grading.md, which has the rules.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from enablekit.extend.item_key import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from enablekit.model.item import Item, Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """
    What a learner answered.

    Attributes:
        chosen: Numbers counted from 1, as `key_of` counts them; empty where the answer is typed.
        typed: What was typed; empty where the answer is chosen.

    """

    chosen: tuple[int, ...] = ()
    typed: str = ""


def is_right(item: Item, response: Response) -> bool:
    """Tell whether a response is the whole answer and nothing else."""
    if item.form == "numeric":
        return item.number is not None and is_number_right(response.typed, item.number)
    if item.form == "short":
        return is_short_right(response.typed, (option.text for option in item.options))
    key = key_of(item)
    if item.form in _IN_ANY_ORDER:
        return set(response.chosen) == set(key)
    return response.chosen == key


_IN_ANY_ORDER = frozenset({"single", "multiple"})


def is_number_right(typed: str, number: Number) -> bool:
    """Tell whether a number that a text can mean is near enough, reckoned without rounding."""
    value, tolerance = Fraction(number.value), Fraction(number.tolerance or "0")
    given = (Fraction(one) for one in readings(typed, number.unit))
    return any(abs(one - value) <= tolerance for one in given)


def is_short_right(typed: str, accepted: Iterable[str]) -> bool:
    """Tell whether a text is one of the accepted answers, as they are compared."""
    given = _bare(typed)
    return given != "" and any(_bare(one) == given for one in accepted)


# Written as numbers because they look like others.
_APOSTROPHES = "[\u2018\u2019\u02bc`\u00b4\u066c]"  # the last is Arabic and groups thousands
_ARABIC_POINT = "\u066b"
_MINUS = "\u2212"
_PLACES = 99  # digits; nobody types more
_PARTS = re.compile(r" ?¤? ?([+-]?) ?¤? ?([0-9.,' ]*?) ?[¤%٪]? ?")
_GROUPED = re.compile(r"((?!0)[0-9]{1,3}([.,' ])(?:[0-9]{2,3}\2)*[0-9]{3})((?!\2)[.,][0-9]+)?")
_PLAIN = re.compile(r"[0-9]*[.,]?[0-9]+")


def readings(typed: str, unit: str = "") -> tuple[str, ...]:
    """
    Return every number a text can mean, in plain digits.

    There is none for a text that is no number, and there are two for `1.200`, which people write
    for twelve hundred and for one and a fifth.
    """
    text, counted = _figures(typed), _figures(unit)
    behind = text.endswith(counted)
    text = text[: len(text) - len(counted)] if behind else text.removeprefix(counted)
    parts = _PARTS.fullmatch(_replaced(text, lambda one: unicodedata.category(one) == "Sc", "¤"))
    if parts is None or len(parts[2]) > _PLACES:
        return ()
    sign, digits = parts[1].replace("+", ""), parts[2]
    grouped = _GROUPED.fullmatch(digits)
    found = [re.sub("[^0-9]", "", grouped[1]) + (grouped[3] or "")] if grouped else []
    if _PLAIN.fullmatch(digits) and not (grouped and "," in digits):
        found.append(digits)
    return tuple(sign + one.replace(",", ".") for one in found)


def _figures(text: str) -> str:
    """Return a text with the digits of every script as ours, without a full stop at the end."""
    ours = (str(unicodedata.decimal(one, one)) for one in _folded(text))
    return "".join(ours).replace(_ARABIC_POINT, ".").rstrip(".!?")


_KEPT = frozenset("#%&*/@\\_§-")  # at the end of an answer they say something: C#, AA-


def _bare(text: str) -> str:
    """Return a text as answers are compared, without punctuation at its ends."""
    folded = _folded(text)
    said = [place for place, one in enumerate(folded) if not _is_dropped(one)]
    return folded[said[0] : said[-1] + 1] if said else ""


def _is_dropped(sign: str) -> bool:
    return sign == " " or (unicodedata.category(sign)[0] == "P" and sign not in _KEPT)


def _folded(text: str) -> str:
    """Return a text in capitals, with one kind of apostrophe, hyphen and blank."""
    same = unicodedata.normalize("NFKC", re.sub(_APOSTROPHES, "'", text))
    seen = _replaced(same, lambda one: unicodedata.category(one) == "Cf", "")
    alike = seen.lower().upper().replace("I\u0307", "I")
    hyphens = _replaced(
        unicodedata.normalize("NFKC", alike),
        lambda one: unicodedata.category(one) == "Pd" or one == _MINUS,
        "-",
    )
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", hyphens).strip(" ")


def _replaced(text: str, wanted: Callable[[str], bool], other: str) -> str:
    return "".join(other if wanted(one) else one for one in text)
