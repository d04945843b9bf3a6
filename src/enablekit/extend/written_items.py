"""The comprehension items that people wrote, with where their stems and options stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.extend.item_making import item_id
from enablekit.extend.item_words import found, values
from enablekit.extend.where_written import first_line
from enablekit.model.asset import Status
from enablekit.model.item import Item

if TYPE_CHECKING:
    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Option, WrittenItem
    from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    A written item in its file.

    Attributes:
        item: The item.
        place: Where it stands, in words.
        around: What holds the text of the file.

    """

    item: WrittenItem
    place: str
    around: Surroundings

    @property
    def source(self) -> str:
        """The text of the file; empty where it is not at hand."""
        return self.around.sources.get(self.item.span.path, "")

    @property
    def key(self) -> Option | None:
        """The one right option; None when there is none or there are several."""
        keys = [option for option in self.item.options if option.correct]
        return keys[0] if len(keys) == 1 else None

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options."""
        return tuple(option for option in self.item.options if not option.correct)

    def stem_span(self) -> Span:
        """Return where the stem stands, else the first line of the item."""
        item = self.item
        hits = values(self.source, item.stem, item.span) or found(self.source, item.stem, item.span)
        return hits[0] if hits else first_line(self.item.span, self.around)

    def in_stem(self, words: str) -> tuple[Span, ...]:
        """Return where words stand in the stem."""
        return found(self.source, words, self.stem_span())

    def option_span(self, number: int) -> Span:
        """Return where an option stands, counted from 0, else the first line of the item."""
        options, span = self.item.options, self.item.span
        words = options[number].text
        hits = values(self.source, words, span) or found(self.source, words, span)
        earlier = sum(option.text == words for option in options[:number])
        return (
            hits[min(earlier, len(hits) - 1)] if hits else first_line(self.item.span, self.around)
        )

    def in_option(self, number: int, words: str) -> Span:
        """Return where words stand in an option, else where the option stands."""
        span = self.option_span(number)
        hits = found(self.source, words, span)
        return hits[0] if hits else span

    def key_span(self) -> Span:
        """Return where the first right option stands."""
        options = self.item.options
        return self.option_span([option.correct for option in options].index(True))


def item_of(one: WrittenItem, asset: Asset) -> Item:
    """Return a written item as one that can be asked, its options as they were written."""
    keys = sum(option.correct for option in one.options)
    return Item(
        id=_identity(one, asset),
        kind="written",
        form=one.form or ("single" if keys == 1 else "multiple"),
        stem=one.stem,
        options=one.options,
        order=tuple(range(len(one.options))) if one.form == "ordering" else (),
        prompts=one.prompts,
        matches=one.matches,
        number=one.number,
        rationale=one.rationale,
        source=one.span,
        objective="Recall what the piece says.",
        bloom="recall",
        in_order=not one.keys_first,
        tests=one.tests,
        topics=asset.topics,
        written=True,
    )


def _identity(one: WrittenItem, asset: Asset) -> str:
    """Return what makes up the id of an item: its name in its asset, else its words in its file."""
    if not one.name:
        return item_id("written", asset.path or asset.id, one.stem)
    return item_id("called", asset.id, one.name.encode().hex())  # `a-b` is another name than `a b`


def asked(asset: Asset, around: Surroundings, *, every_form: bool = False) -> tuple[Asked, ...]:
    """
    Return the items people wrote; none of an asset that is out of use.

    Args:
        asset: The asset.
        around: What holds the texts of the files.
        every_form: Whether to return what is matched, put in order or typed as well; what looks at
            right and wrong options has nothing to look for there.

    """
    if asset.status is Status.RETIRED or asset.superseded_by:
        return ()
    authored = asset.guidance.check.items if asset.guidance.check else ()
    places = {item.span: f"item {number}" for number, item in enumerate(authored, start=1)}
    return tuple(
        Asked(
            item=item,
            place=places.get(item.span, f"question {number}"),
            around=around,
        )
        for number, item in enumerate(asset.items, start=1)
        if every_form or not item.form
    )
