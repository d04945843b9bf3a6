"""What the template of the comprehension check is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enablekit.model.item import Item
    from enablekit.site.asset_pages import AssetPages
    from enablekit.site.markup import Linked
    from enablekit.site.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    An item as the page shows it.

    Attributes:
        number: Counted from 1.
        item: The item.
        answers: What is right: a label with the options it stands for; two for a sorting item.
        place: Where the fact stands.
        tests: The must-know statement it tests; may be empty.

    """

    number: int
    item: Item
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    place: Linked
    tests: str


def check_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the check's template."""
    check, places = pages.compiled.check, pages.below
    statements = {known.id: known.statement for known in pages.asset.guidance.must_know}
    return pages.values("check") | {
        "asked": [
            _asked(number, item, places, statements) for number, item in enumerate(check.items, 1)
        ],
        "drawn": sum(item.drawn for item in check.items),
        "pass_mark": check.pass_mark,
        "to_pass": -(-len(check.items) * check.pass_mark // 100),
        "why_empty": check.why_empty,
    }


def _asked(number: int, item: Item, places: Places, statements: dict[str, str]) -> Asked:
    return Asked(
        number=number,
        item=item,
        answers=_answers(item),
        place=places.lines(item.source),
        tests=statements.get(item.tests, ""),
    )


def _answers(item: Item) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if item.form == "ordering":
        return (("In this order", tuple(item.options[place].text for place in item.order)),)
    right = tuple(option.text for option in item.options if option.correct)
    if not item.groups:
        return (("Right" if len(right) == 1 else "All of these", right),)
    other = tuple(option.text for option in item.options if not option.correct)
    return tuple(
        (group, texts) for group, texts in zip(item.groups, (right, other), strict=True) if texts
    )
