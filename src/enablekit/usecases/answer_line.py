"""A line that somebody typed as the answer to an item becomes a response."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from enablekit.errors import UsageError
from enablekit.extend.grading import Response, readings

if TYPE_CHECKING:
    from enablekit.model.item import Item

_SURE = "!"
_BETWEEN = re.compile(r"[\s,;>]+")
_LETTERS = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"\d{1,6}")
_PAIR = re.compile(r"\d+[=:)]?([a-z])")
_LONGEST = 1000  # characters; the rest of a longer line is let go
_MOST_DIGITS = 9  # up to so many options, 213 can only be 2 1 3


def how(item: Item) -> str:
    """Return how to answer an item, as one short request."""
    if item.form == "sorting":
        return f"Type the numbers that belong to “{item.groups[0]}”, or 0 for none"
    if item.form == "numeric":
        unit = item.number.unit if item.number else ""
        return f"Type a number ({unit})" if unit else "Type a number"
    return _HOW.get(item.form, _HOW["single"])


_HOW = {
    "single": "Type one number",
    "multiple": "Type the numbers of all that are right, with blanks between",
    "ordering": "Type all numbers in the right order, with blanks between",
    "matching": "Type a letter for each number in turn, with blanks between",
    "short": "Type a word or a few",
}


def read_answer(item: Item, text: str) -> tuple[Response, bool]:
    """
    Return a response, and whether its learner is sure: then there is a `!` behind it.

    Options have numbers from 1, or letters from a; both are understood.

    Raises:
        UsageError: That is no answer to this item; the message says what one is.

    """
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    sure = plain.endswith(_SURE)
    given = plain.rstrip(_SURE).strip()
    if not given:
        raise UsageError(f"There is no answer yet. {how(item)}.")
    if item.form == "short":
        return Response(typed=given), sure
    if item.form == "numeric":
        if not readings(given, item.number.unit if item.number else ""):
            raise UsageError(f"That is no number. {how(item)}.")
        return Response(typed=given), sure
    places = _places(item, given.lower())
    fault = _fault(item, places)
    if fault:
        raise UsageError(f"{fault} {how(item)}.")
    return Response(chosen=_chosen(item, places)), sure


def _places(item: Item, text: str) -> list[int]:
    """Return the options that a text names, counted from 1; 0 for what names none."""
    found: list[int] = []
    for token in _BETWEEN.split(text.strip(" ,;.>()")):
        pair = _PAIR.fullmatch(token) if item.form == "matching" else None
        word = pair[1] if pair else token.strip(".)(")
        if _LETTERS.fullmatch(word):
            found += [ord(letter) - ord("a") + 1 for letter in word]
        elif not _NUMBER.fullmatch(word):
            found.append(_NOTHING)
        elif int(word) > len(item.options) and len(item.options) <= _MOST_DIGITS:
            found += [int(digit) for digit in word]
        else:
            found.append(int(word))
    return found


_NOTHING = -1


def _fault(item: Item, places: list[int]) -> str:
    """Say why these options are no answer; nothing if they are."""
    last = len(item.options)
    if item.form == "sorting" and places == [0]:
        return ""
    if any(not 1 <= place <= last for place in places):
        return f"The answers are 1 to {last}." if item.form != "matching" else _letters(last)
    if item.form == "single" and len(places) != 1:
        return "Only one is right."
    if item.form == "ordering" and sorted(places) != list(range(1, last + 1)):
        return f"Each of 1 to {last} is needed once."
    if item.form == "matching" and len(places) != len(item.prompts):
        return f"There are {len(item.prompts)} to match."
    return ""


def _letters(last: int) -> str:
    return f"The answers are a to {chr(ord('a') + last - 1)}."


def _chosen(item: Item, places: list[int]) -> tuple[int, ...]:
    """Return options as `key_of` counts them for the form."""
    everywhere = range(1, len(item.options) + 1)
    if item.form == "sorting":
        return tuple(1 if place in places else 2 for place in everywhere)
    if item.form == "ordering":
        return tuple(places.index(place) + 1 for place in everywhere)
    if item.form == "matching":
        return tuple(places)
    return tuple(sorted(set(places)))
