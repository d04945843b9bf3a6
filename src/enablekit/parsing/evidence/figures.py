"""Figures in running text: an amount with the unit it is counted in, exactly as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A number starts only at its first digit (the look-behind) and gives nothing back (the atomic
# group), so no digit is read twice.
_AMOUNT = r"(?>\d(?:[\d,.\u00a0\u202f]*\d)?)"
_NUMBER = re.compile(rf"(?<![\w.,/:#&-])(?:[A-Z]{{0,3}}[$€£¥₹]\s?)?{_AMOUNT}(?![/:]\d)")
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|bn|mn|[kKmMbB])(?![a-zA-Z]))?"
_TO = r"(?:\s?[–—-]\s?|\sto\s)"
_CURRENCY = r"(?:[A-Z]{0,3}[$€£¥₹]\s?)"
_RATE = re.compile(
    r"(?:(?:\s?/\s?(?:[a-z]++\s)?|\sper[\s-](?:[a-z]++\s)?|\san?\s|\seach\s|\severy\s)(?:user|seat"
    r"|person|head|employee|developer|engineer|agent|editor|creator|member|month|year|day|week|hour"
    r"|minute|second|quarter|mo|yr|hr|invoice|ticket|transaction|request|app|licen[cs]e)\b){1,2}"
)

_PERCENT = re.compile(
    rf"{_AMOUNT}(?:\s?%?{_TO}{_AMOUNT})?\s?(?:%|per\s?cent\b|percentage\spoints?\b)\+?(?![\w-])"
)
_PERCENT_SIGN = re.compile(rf"{_AMOUNT}(?:\s?%?\s?[–—-]\s?{_AMOUNT})?\s?%(?!\w)")
_MONEY = re.compile(
    rf"{_CURRENCY}{_AMOUNT}{_SCALE}\+?(?:{_TO}{_CURRENCY}?{_AMOUNT}{_SCALE})?(?![\w%])"
    rf"|{_AMOUNT}{_SCALE}\s?(?:[€£]|(?:euros?|dollars?|USD|EUR|GBP|CHF)\b)"
)
_MULTIPLE = re.compile(
    rf"{_AMOUNT}(?:{_TO}{_AMOUNT})?(?:[x×](?![\w-])|\stimes(?=\s(?:as|more|faster|fewer|less|higher"
    r"|lower|larger|bigger|greater|longer|cheaper|better|quicker|the)\b))"
)
_SYMBOL = re.compile(
    rf"{_AMOUNT}\s?(?:[KMGTP]B|ms|km|kg|kWh|[kMG]W|[MG]Hz|[MG]bps|fps|°[CF]|min|h)(?!\w)"
)
_COUNT = re.compile(rf"{_AMOUNT}{_SCALE}\+?(?:{_TO}{_AMOUNT}{_SCALE}\+?)?")
_TAIL = re.compile(r"(?:[ -][a-z][a-z'’]*+){1,4}")

_WORD = re.compile(
    r"\b([Tt]wice|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Nn]inety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\b"
)
_WORD_TIMES = re.compile(
    r"\stimes(?=\s(?:as|more|faster|fewer|less|higher|lower|larger|bigger|greater|longer|cheaper"
    r"|better|quicker|the)\b)"
)
NUMBER_WORDS = word_set(
    "twice two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty sixty ninety"
)

_TIMES = word_set(
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks month months"
    " quarter quarters year years decade decades millisecond milliseconds"
)
_COUNTED = word_set(
    "accounts agents applications apps branches bugs calls clients commits companies contacts"
    " contributors countries customers deals defects departments deployments developers devices"
    " downloads emails employees engineers errors firms forms hires hospitals incidents"
    " installations installs interviews invoices languages leads licences licenses locations"
    " machines managers meetings members nodes offices orders organisations organizations"
    " participants partners patients people projects records reps repositories requests"
    " respondents responses rows schools seats servers sites staff stars stores students"
    " submissions subscribers suppliers teams tickets transactions trucks users vehicles vendors"
    " visitors vulnerabilities workers"
)
"""What a number below ten may count."""

_NOT_COUNTED = word_set(
    "alternatives approaches areas aspects bits benefits cases categories chapters characters"
    " characteristics colours colors columns components considerations criteria dimensions"
    " elements examples factors features fields functions goals ideas items kinds layers lessons"
    " levels lines methods metrics minds mistakes models modes modules objectives options parts"
    " pages phases pieces pillars pixels platforms plans points practices principles problems"
    " properties questions reasons rules sections sides sizes slides solutions stages steps"
    " strategies techniques templates things tiers times tips tools topics trends types values"
    " variables versions ways words controls standards always needs offers comes goes gets makes"
    " gives takes starts ends provides lets allows brings adds does plus series sales apis"
)
"""What a text counts of itself, and what only looks like a plural."""

_BREAKS = word_set(
    "a an and are as at be been but by can did do for from had has have if in into is it its no"
    " not of off on or our out over so than that the their then there they this to under until up"
    " was we were what when where which while who will with within without would you your ago old"
    " after before"
)
"""Words a counted noun does not stand behind."""

_SCOPE_BEFORE = word_set(
    "last past next previous coming following first recent final every other around's under- step"
    " steps version phase section chapter page level stage day week month part figure table top"
    " slide question q tier option season episode least-"
)
"""Words before a number that make it a period, a label or a rank, not an amount."""

_SCOPE_AFTER = re.compile(r"\s(?:ago|old|later|or so|'? ?(?:of )?experience|from now|in a row)\b")


_YEAR = len("2024")


class Figure(NamedTuple):
    """
    An amount with its unit.

    Attributes:
        start: Where it starts in the text, in characters.
        end: Where it ends.
        rank: 0 for a percentage or a multiple, 1 for money, 2 for a count: how much it says.

    """

    start: int
    end: int
    rank: int


def figures(text: str) -> Iterator[Figure]:
    """
    Yield the figures of an English text in order.

    Years, dates, versions, labels such as `Step 3` and names such as `ISO 27001` are none.
    """
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        figure = _figure_at(text, match.start())
        if figure is not None:
            end = figure.end
            yield figure


def figures_in_words(text: str) -> Iterator[Figure]:
    """Yield the figures whose number is spelled out: `two hours`, `three times faster`."""
    for match in _WORD.finditer(text):
        start, stop = match.span()
        if match[1].lower() == "twice":
            if text.startswith(" as ", stop):
                yield Figure(start, stop, 0)
        elif times := _WORD_TIMES.match(text, stop):
            yield Figure(start, times.end(), 0)
        elif end := _counted(text, start, stop, least=0):
            yield Figure(start, end, 2)


def figures_in_symbols(text: str) -> Iterator[Figure]:
    """Yield the figures that any language writes alike: `37 %`, `€12`, `5 GB`."""
    for match in _NUMBER.finditer(text):
        for rank, pattern in ((0, _PERCENT_SIGN), (1, _MONEY), (2, _SYMBOL)):
            if found := pattern.match(text, match.start()):
                yield Figure(match.start(), found.end(), rank)
                break


def _figure_at(text: str, start: int) -> Figure | None:
    """Read the number at `start` with its unit."""
    if found := _PERCENT.match(text, start) or _MULTIPLE.match(text, start):
        return Figure(start, found.end(), 0)
    if found := _MONEY.match(text, start):
        return Figure(start, _with_rate(text, found.end()), 1)
    if found := _SYMBOL.match(text, start):
        return Figure(start, _with_rate(text, found.end()), 2)
    found = _COUNT.match(text, start)
    if found is None:
        return None
    digits = found.group()
    if digits == "0" or (digits.isdigit() and "1900" <= digits < "2100" and len(digits) == _YEAR):
        return None
    small = len(digits) == 1
    end = _counted(text, start, found.end(), least=2 if small else 1)
    return Figure(start, end, 2) if end else None


def _counted(text: str, start: int, stop: int, *, least: int) -> int:
    """
    Return where the unit of the number between `start` and `stop` ends, or 0 without one.

    `least` is 0 when only time may be counted, 1 for any plural, 2 for well-known nouns.
    """
    tail = _TAIL.match(text, stop)
    if tail is None or _is_scope(text, start):
        return 0
    end = found = stop
    for word in re.split("[ -]", tail.group())[1:]:
        end += len(word) + 1
        if word in _BREAKS:
            break
        if word in _TIMES:
            return 0 if _SCOPE_AFTER.match(text, end) else _with_rate(text, end)
        if _may_be_counted(word, least):
            found = end
        elif found > stop:
            break
    return _with_rate(text, found) if found > stop else 0


def _may_be_counted(word: str, least: int) -> bool:
    if least == 0 or word in _NOT_COUNTED:
        return False
    if word in _COUNTED:
        return True
    plural = len(word) > len("jobs") - 1 and word[-1] == "s" and word[-2] not in "siu'’"
    return least == 1 and plural


def _is_scope(text: str, start: int) -> bool:
    """Tell whether the word before a number makes it a period, a label or part of a name."""
    before = text[max(0, start - 24) : start].split()
    if not before:
        return False
    word = before[-1]
    inside = start - len(word) > 1
    return word.lower() in _SCOPE_BEFORE or (inside and word[0].isupper() and word[-1].isalpha())


def _with_rate(text: str, end: int) -> int:
    rate = _RATE.match(text, end)
    return rate.end() if rate else end
