"""
The presenter notes of a slide say what the slide already shows.

Why reps care: Buyers read faster than anybody speaks. Who reads the slide aloud loses the room.

Wrong:
    - 9% of invoices are disputed, and those wait 14 days longer

    Note: Nine: 9% of invoices are disputed, and those wait 14 days longer.

Right:
    - 9% of invoices are disputed, and those wait 14 days longer

    Note: Who of you would have guessed more? Tell me which customer you were thinking of.

Options:
    `percent`: how many in a hundred of the words of a note may stand on the slide (70).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.pace import counts_characters
from enablekit.extend import cue_lines
from enablekit.extend.item_making import normalised
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import first_line
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Slide
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK303",
    name="notes-repeat-slide",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

_FEWEST = 8  # words of a note; a shorter one may well consist of the slide's own terms


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each note that has hardly a word of its own."""
    if not asset.body.slides or not is_in_use(asset):
        return
    most = around.number(RULE.name, "percent", 70)
    for slide, words, span in _noted(asset):
        shown = set(_parts(f"{slide.title} {slide.text}", asset.language))
        said = _parts(words, asset.language)
        shared = sum(word in shown for word in said)
        if len(said) >= _FEWEST and shared * 100 >= most * len(said):
            yield RULE.at(
                first_line(span, around),
                f"{shared * 100 // len(said)} % of these words stand on the slide",
                place=f"the notes on “{short(slide.title)}”",
                fix="Tell what is behind it: an example, a question, why it matters to this room",
            )


def _parts(text: str, language: str) -> list[str]:
    """Return the words of a text; pairs of characters where nothing tells words apart."""
    words = normalised(text).split()
    if not counts_characters(language):
        return words
    return [word[at : at + 2] for word in words for at in range(max(1, len(word) - 1))]


def _noted(asset: Asset) -> Iterator[tuple[Slide, str, Span]]:
    """Yield each slide with what is said on it, and where: in the guidance, else in the notes."""
    if asset.guidance.presenting:
        slides = {f"#{slide.anchor}": slide for slide in asset.body.slides}
        steps = (one for one in asset.guidance.presenting if one.at in slides)
        yield from ((slides[one.at], one.say, one.span) for one in steps)
        return
    for note in asset.body.notes:
        said = " ".join(cue.text for cue in cue_lines.read(note).say if not cue.drawn)
        yield asset.body.slides[note.slide], said, note.span
