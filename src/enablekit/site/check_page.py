"""What the template of the comprehension check is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data
from enablekit.extend.check_parts import parts_key, parts_of
from enablekit.extend.item_in_words import in_words
from enablekit.extend.item_key import TYPED, key_of, version_of
from enablekit.site.pulses import pulse_values

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Check, Item, Number
    from enablekit.site.asset_pages import AssetPages
    from enablekit.site.markup import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    An item as the page shows it.

    Attributes:
        number: Its place among all items of the check, counted from 1.
        item: The item.
        answers: What is right: labels with the options they stand for, or just the answer.
        key: The same for the script, as `key_of` says.
        typed: For a typed answer, what the grading script compares it with, as JSON; else empty.
        needs: How many controls have to be set before the item counts as answered.
        near: Whether a number close to the right one counts, too.
        place: Where the fact stands.
        tests: The must-know statement it tests; may be empty.

    """

    number: int
    item: Item
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    key: str
    typed: str
    needs: int
    near: bool
    place: Linked
    tests: str


def check_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the check's template."""
    check, wording = pages.compiled.check, pages.frame.wording
    statements = {known.id: known.statement for known in pages.asset.guidance.must_know}
    return (
        pages.values("check")
        | pulse_values(pages)
        | {
            "asked": [
                _asked(number, in_words(item, wording), pages, statements)
                for number, item in enumerate(check.pool, 1)
            ],
            "draws": _draws(check),
            "drawn": sum(item.drawn for item in check.pool),
            "typed": any(item.form in TYPED for item in check.pool),
            "asset_id": pages.asset.id,
            "version": version_of(check),
            "parts": parts_key(parts_of(pages.asset, check)),
            "pass_mark": check.pass_mark,
            "to_pass": -(-len(check.items) * check.pass_mark // 100),
            "why_empty": wording.say(check.why_empty),
        }
    )


_CHOSEN = frozenset({"single", "multiple"})  # the forms where a control is an option


def _draws(check: Check) -> list[list[int]]:
    """Return what is asked each time, as places in the pool counted from 1."""
    places = {item.id: place for place, item in enumerate(check.pool, 1)}
    drawn = [[places[name] for name in draw if name in places] for draw in check.draws]
    return [draw for draw in drawn if draw] or [list(range(1, len(check.items) + 1))]


def _asked(number: int, item: Item, pages: AssetPages, statements: dict[str, str]) -> Asked:
    return Asked(
        number=number,
        item=item,
        answers=_answers(item, pages.frame.wording),
        key=" ".join(map(str, key_of(item))),
        typed=_typed(item),
        needs=1 if item.form in _CHOSEN else len(item.prompts or item.options),
        near=item.number is not None and _is_some(item.number.tolerance),
        place=pages.below.lines(item.source),
        tests=statements.get(item.tests, ""),
    )


def _typed(item: Item) -> str:
    """Return what `grade.js` compares a typed answer with: see its `numeric` and `short`."""
    if item.form == "numeric" and item.number:
        value = {name: getattr(item.number, name) for name in ("value", "tolerance", "unit")}
        return json_data.line(value)
    if item.form == "short":
        return json_data.line([option.text for option in item.options])
    return ""


def _is_some(tolerance: str) -> bool:
    """Say whether a number in plain digits is not zero."""
    return any(digit in "123456789" for digit in tolerance)


def _answers(item: Item, wording: Wording) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what is right, in words."""
    if item.form == "ordering":
        return (
            (wording.say("In this order"), tuple(item.options[place].text for place in item.order)),
        )
    if item.form == "matching":
        return _pairs(item, wording)
    if item.form == "numeric" and item.number:
        return ((wording.say("Right"), (_number(item.number, wording),)),)
    right = tuple(option.text for option in item.options if option.correct)
    if not item.groups:
        return ((_label(item, len(right), wording), right),)
    other = tuple(option.text for option in item.options if not option.correct)
    return tuple(
        (group, texts) for group, texts in zip(item.groups, (right, other), strict=True) if texts
    )


def _label(item: Item, keys: int, wording: Wording) -> str:
    if keys == 1:
        return wording.say("Right")
    return wording.say("Any of these") if item.form == "short" else wording.say("All of these")


def _pairs(item: Item, wording: Wording) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each prompt with what belongs to it, and what belongs to none."""
    pairs = tuple(
        (prompt, (item.options[place].text,))
        for prompt, place in zip(item.prompts, item.matches, strict=True)
    )
    spare = tuple(
        option.text for place, option in enumerate(item.options) if place not in item.matches
    )
    return (*pairs, (wording.say("Left over"), spare)) if spare else pairs


def _number(number: Number, wording: Wording) -> str:
    value = f"{number.value} {number.unit}".rstrip()
    if not _is_some(number.tolerance):
        return value
    return wording.say(
        "{number}, give or take {tolerance}", number=value, tolerance=number.tolerance
    )
