"""What a figure says when it is read: its number, its unit, which way it went and for how long."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from enablekit.parsing.evidence.terms import word_set

_WORDS_UP_TO_NINETEEN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: number for number, word in enumerate(_WORDS_UP_TO_NINETEEN)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "twice": 2,
    "hundred": 100,
}
_SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "mn": 6,
    "mm": 6,
    "m": 6,
    "billion": 9,
    "bn": 9,
    "b": 9,
    "trillion": 12,
}
_AMOUNT = re.compile(
    r"(?P<sign>[A-Z]{0,3}[$€£¥₹])?\s?(?P<digits>\d[\d,.\u00a0\u202f]*+)"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|bn|mn|MM|[kKmMbB])(?![a-zA-Z]))?\+?"
    r"\s?(?P<unit>.*)",
    re.DOTALL,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_RATE = re.compile(r"(?:\s?/|\sper[\s-]|\san?\s|\seach\s|\severy\s)")
_ENDS = re.compile(
    r"(?:from|between)\s(?P<first>.+?)\s(?P<joint>to|and)\s"
    r"(?:(?:just|only|under|over|about|around|nearly|less than|more than)\s)?(?P<last>.+)"
)
_RANGE = re.compile(r"\d[%+]?\s?(?:[kKmMbB]|bn|mn)?\s?(?:[–—-]|to)\s?[$€£¥₹]?\d")
_LAST = re.compile(r"\d(?:[\d,.]*\d)?(?:\s?(?:[kKmMbB]|bn|mn)(?![a-zA-Z]))?\s?(?P<unit>[^\d]*)$")
_PERCENT = re.compile(r"(?:%|per\s?cent\b)\+?")
_PERIOD = re.compile(
    r"\b(?:(?:per|each|every)[ -](?:hour|day|week|month|quarter|year)"
    r"|an? (?:hour|day|week|month|quarter|year)\b(?! ago)"
    r"|(?:within|over|during|in) (?:the |its )?(?:(?:last|past|first|next|following) )?"
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|nine|ten|twelve) "
    r"(?:minute|hour|day|week|month|quarter|year)s?"
    r"|(?:within|over|during|in) (?:the|its) (?:last|past|first|next|following) "
    r"(?:day|week|month|quarter|year)"
    r"|(?:in|since|by|during) (?:Q[1-4] )?(?:19|20)\d\d)\b"
    r"|/ ?(?:hour|day|week|month|year)\b"
)
_UP = word_set(
    "increase increases increased increasing grow grows grew grown growing growth rise rises rose"
    " risen rising raise raises raised climb climbed gain gained boost boosts boosted"
)
_DOWN = word_set(
    "decrease decreases decreased decreasing reduce reduces reduced reducing reduction cut cuts"
    " cutting fall falls fell fallen falling drop drops dropped lower lowers lowered shrink shrinks"
    " shrank decline declines declined shorten shortens shortened"
)
_MOVES = _UP | _DOWN | word_set("went go goes gone moved improved improves change changed changes")
_MORE = word_set("more faster higher larger bigger greater longer quicker")
_LESS = word_set("fewer less lower cheaper smaller shorter")
_NEAR = 9  # words before a figure in which the verb of a change stands
_LINKS = word_set("by to of in from up down a an the almost nearly about around over at least")
"""Words between a noun such as `reduction` and the figure before it: `a 50% reduction`."""


class Amount(NamedTuple):
    """
    A figure as it is read; each field is empty when it is not certain.

    Attributes:
        value: The number in digits.
        unit: What it is a number of.
        direction: `up` or `down`.
        before: The number it was before.
        period: The time frame as written.

    """

    value: str = ""
    unit: str = ""
    direction: str = ""
    before: str = ""
    period: str = ""


def read(figure: str, sentence: str) -> Amount:
    """
    Return what a figure of an English sentence says.

    A range has no value; `from X to Y` has both only where a verb says that X became Y.
    """
    at = sentence.find(figure)
    ahead = sentence[:at].lower().split()[-_NEAR:] if at > 0 else []
    behind = sentence[at + len(figure) :].lower().split()[:2] if at >= 0 else []
    period = _period(sentence, at, at + len(figure))
    ends = _ENDS.fullmatch(figure)
    if ends is not None:
        return _change(ends, ahead, period)
    value, unit = _number(figure)
    direction = _direction(ahead, behind)
    return Amount(value, unit, direction, "", period)


def _change(ends: re.Match[str], ahead: list[str], period: str) -> Amount:
    """Read `from X to Y`."""
    (first, unit_before), (last, unit) = _number(ends["first"]), _number(ends["last"])
    unit = unit or unit_before
    moved = ends["joint"] == "to" and not _MOVES.isdisjoint(_bare(ahead))
    if not (moved and first and last) or (unit_before and unit_before != unit):
        return Amount("", unit, "", "", period)
    fell, rose = Decimal(last) < Decimal(first), Decimal(last) > Decimal(first)
    return Amount(last, unit, "down" if fell else "up" if rose else "", first, period)


def _direction(ahead: list[str], behind: list[str]) -> str:
    """Tell which way something went, when the words beside its figure agree."""
    said = _bare(ahead)
    after = _bare(behind)
    if after[:1] and after[0] in _MORE:
        return "up"
    if after[:1] and after[0] in _LESS:
        return "down"
    up = not _UP.isdisjoint(said) or not _UP.isdisjoint(after)
    down = not _DOWN.isdisjoint(said) or not _DOWN.isdisjoint(after)
    if up == down or not (_is_linked(said) or not (_UP | _DOWN).isdisjoint(after)):
        return ""
    return "up" if up else "down"


def _is_linked(said: list[str]) -> bool:
    """Tell whether the words right before a figure lead from a change to it: `cut … by`."""
    return said[-1:] != [] and (not {"by", "to", "of"}.isdisjoint(said[-3:]) and said[-1] in _LINKS)


def _bare(found: list[str]) -> list[str]:
    return [word.strip('.,;:()"“”') for word in found]


def _period(sentence: str, start: int, end: int) -> str:
    """Return the time frame in a figure, such as its rate, or the only one beside it."""
    found = list(_PERIOD.finditer(sentence))
    inside = [one for one in found if start <= one.start() < end]
    if len(inside) == 1 and inside[0].start() > start:
        return inside[0].group().lstrip("/ ")
    if len(found) != 1 or (found[0].start() < end and start < found[0].end()):
        return ""
    return found[0].group().lstrip("/ ")


def _number(written: str) -> tuple[str, str]:
    """Return the number of a figure in digits and its unit; the number is empty for a range."""
    written = written.strip()
    if _RANGE.search(written) is not None:
        last = _LAST.search(written)
        sign = next((one for one in "$€£¥₹" if one in written), "")
        return "", sign or (_unit(last["unit"]) if last else "")
    found = _AMOUNT.fullmatch(written)
    if found is None:
        return _in_words(written)
    unit = found["sign"] or _unit(found["unit"])
    return _digits(found["digits"].rstrip(".,"), found["scale"] or ""), unit


def _digits(written: str, scale: str) -> str:
    """Return digits with commas taken out and the scale worked out; empty when in doubt."""
    if _GROUPED.fullmatch(written) is not None:
        written = written.replace(",", "")
    elif _PLAIN.fullmatch(written) is None:
        return ""
    if not scale:
        return written
    scaled = Decimal(written).scaleb(_SCALES[scale.lower()])
    return format(scaled.normalize(), "f")


def _in_words(written: str) -> tuple[str, str]:
    """Return the number of a figure in words: `two hours`, `twenty-five people`, `tenfold`."""
    first, _, rest = written.lower().partition(" ")
    fold = first.removesuffix("fold").removesuffix("-")
    if fold != first:
        return (str(_WORDS[fold]), "x") if fold in _WORDS else ("", "")
    tens, _, ones = first.partition("-")
    if tens not in _WORDS or (ones and ones not in _WORDS):
        return "", ""
    number = str(_WORDS[tens] + (_WORDS[ones] if ones else 0))
    if first == "twice":
        return number, "x"
    return number, _unit(re.sub(r"^\(\d+\)\s?", "", rest))


def _unit(written: str) -> str:
    """Return a unit without the rate behind it."""
    unit = _RATE.split(written, maxsplit=1)[0].strip(" -+")
    if _PERCENT.match(unit):
        return "%"
    if unit in ("×", "x") or unit.startswith("times"):
        return "x"
    return {"€": "€", "£": "£", "euros": "€", "euro": "€", "dollars": "$", "dollar": "$"}.get(
        unit, unit
    )
