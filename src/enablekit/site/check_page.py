"""What the template of the comprehension check is filled with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from enablekit.extend.item_key import key_of, version_of

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item
    from enablekit.site.asset_pages import AssetPages
    from enablekit.site.markup import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    An item as the page shows it.

    Attributes:
        number: Counted from 1.
        item: The item.
        answers: What is right: a label with the options it stands for; two for a sorting item.
        key: The same for the script, as `key_of` says.
        needs: How many controls have to be set before the item counts as answered.
        place: Where the fact stands.
        tests: The must-know statement it tests; may be empty.

    """

    number: int
    item: Item
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    key: str
    needs: int
    place: Linked
    tests: str


def check_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the check's template."""
    check, wording = pages.compiled.check, pages.frame.wording
    statements = {known.id: known.statement for known in pages.asset.guidance.must_know}
    return pages.values("check") | {
        "asked": [
            _asked(number, _worded(item, wording), pages, statements)
            for number, item in enumerate(check.items, 1)
        ],
        "drawn": sum(item.drawn for item in check.items),
        "asset_id": pages.asset.id,
        "version": version_of(check),
        "pass_mark": check.pass_mark,
        "to_pass": -(-len(check.items) * check.pass_mark // 100),
        "why_empty": wording.say(check.why_empty),
    }


_CHOSEN = frozenset({"single", "multiple"})  # the forms where a control is an option


def _worded(item: Item, wording: Wording) -> Item:
    """Return an item that asks in the words of the site."""
    return replace(
        item,
        stem=wording.told(item.stem),
        rationale=wording.told(item.rationale),
        groups=tuple(wording.say(group) for group in item.groups),
        options=tuple(replace(one, feedback=wording.told(one.feedback)) for one in item.options),
    )


def _asked(number: int, item: Item, pages: AssetPages, statements: dict[str, str]) -> Asked:
    return Asked(
        number=number,
        item=item,
        answers=_answers(item, pages.frame.wording),
        key=" ".join(map(str, key_of(item))),
        needs=1 if item.form in _CHOSEN else len(item.options),
        place=pages.below.lines(item.source),
        tests=statements.get(item.tests, ""),
    )


def _answers(item: Item, wording: Wording) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if item.form == "ordering":
        return (
            (wording.say("In this order"), tuple(item.options[place].text for place in item.order)),
        )
    right = tuple(option.text for option in item.options if option.correct)
    if not item.groups:
        return ((wording.say("Right") if len(right) == 1 else wording.say("All of these"), right),)
    other = tuple(option.text for option in item.options if not option.correct)
    return tuple(
        (group, texts) for group, texts in zip(item.groups, (right, other), strict=True) if texts
    )
