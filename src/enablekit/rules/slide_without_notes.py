"""
A slide with words on it has no presenter notes.

Why reps care: On a slide without notes everybody says something else, most often the slide itself.

Wrong:
    ## What it costs
    - 14 days later

    ---

Right:
    ## What it costs
    - 14 days later

    ::: notes
    Ask for their guess first. Then show the number.
    :::

    ---
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import first_line
from enablekit.extend.whole_asset import is_in_use, title_of
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK301", name="slide-without-notes", severity=Severity.WARNING)

_FIX = "Write what to say under `::: notes`, or `presenting:` in the guidance"


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report slides without notes; once for the deck if none has any."""
    slides = asset.body.slides
    if not slides or asset.guidance.presenting or not is_in_use(asset):
        return
    noted = {note.slide for note in asset.body.notes}
    if not noted:
        yield RULE.at(
            title_of(asset, around),
            f"none of the {len(slides)} slides has presenter notes",
            fix=_FIX,
        )
        return
    headings = {one.anchor: one.span for one in asset.body.blocks if one.kind == "heading"}
    for number, slide in enumerate(slides):
        # A slide that only has a title divides the talk, and is shown without words.
        if number not in noted and slide.text.strip():
            yield RULE.at(
                first_line(headings.get(slide.anchor, slide.span), around),
                f"“{short(slide.title)}” has no presenter notes",
                place=f"slide {number + 1}",
                fix=_FIX,
            )
