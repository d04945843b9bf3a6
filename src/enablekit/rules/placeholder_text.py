"""
A guide or a text still has words that hold the place of others: TBD, TODO, [Company], lorem ipsum.

Why reps care: Reading “TBD” aloud in a meeting, or sending “[Company]” to a company, costs the
trust that the piece was to earn.

Wrong:
    tldr: What a disputed invoice costs [Company]. Source TBD.

Right:
    tldr: What a disputed invoice costs a supplier. Source: our survey of March 2026.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.placeholders import forgotten, left_in_braces, to_fill_in
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_block, in_entry, is_code
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Block
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK203", name="placeholder-text", severity=Severity.WARNING)

# Texts that are sent to one person have gaps for a name, which a rep or a program fills in.
_LETTERS = frozenset({"follow_up", "share"})
_PROSE = frozenset({"heading", "paragraph", "list", "table", "figure"})


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each placeholder in the guidance and in the text."""
    if not is_in_use(asset):
        return
    yield from _in_fields(asset, around)
    yield from _in_guidance(asset, around)
    may_have_gaps = asset.type == "email"
    for block in asset.body.blocks:
        if block.kind in _PROSE:
            yield from _in_text(block, around, may_have_gaps=may_have_gaps)


def _in_fields(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    for name, text in (("title", asset.title), ("summary", asset.summary)):
        # A title from a heading is part of the text.
        if name in dict(asset.places):
            for start, end in forgotten(text):
                words = text[start:end]
                yield RULE.at(
                    in_entry(asset.place(name), words, around, after=text[:start]),
                    f"“{short(words)}” holds the place of other words",
                    place=name,
                    fix="Write what belongs there",
                )


def _in_guidance(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    for one in texts(asset):
        places = {*forgotten(one.text)}
        if one.part not in _LETTERS:
            places.update(to_fill_in(one.text), left_in_braces(one.text))
        for start, end in sorted(places):
            words = one.text[start:end]
            yield RULE.at(
                place_at(one, start, end, around),
                f"“{short(words)}” holds the place of other words",
                place=one.place,
                fix="Write what belongs there, or take the sentence out",
                severity=Severity.ERROR,
            )


def _in_text(block: Block, around: Surroundings, *, may_have_gaps: bool) -> Iterator[Finding]:
    places = {*forgotten(block.text)}
    if not may_have_gaps:
        places.update(to_fill_in(block.text))
    for start, end in sorted(places):
        if not is_code(block, start, around):
            yield RULE.at(
                in_block(block, start, end, around),
                f"“{short(block.text[start:end])}” holds the place of other words",
                fix="Write what belongs there, or take the sentence out",
            )
