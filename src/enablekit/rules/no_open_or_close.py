"""
A talk track or a presentation has no words to begin with, or none to end with.

Why reps care: The first sentence decides whether anybody listens, and the last question whether
there is a next meeting. Both are hardest to make up on the spot.

Wrong:
    talk_track:
      - persona: cfo
        say: Each disputed invoice waits two weeks longer.

Right:
    talk_track:
      - persona: cfo
        open: May I ask what your forecast missed last month?
        say: Each disputed invoice waits two weeks longer.
        ask: How many of yours are disputed?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend import written_beats
from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.where_written import first_line, in_entry
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.guidance_entries import TalkTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK305",
    name="no-open-or-close",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_FEWEST = 3  # steps that make a presentation


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report what begins or ends without words."""
    if not is_in_use(asset):
        return
    for place, track in numbered(asset, "talk_track"):
        if not isinstance(track, TalkTrack) or not track.say:
            continue
        span = in_entry(track.span, track.persona or track.say, around)
        if not track.open:
            fix = "Add `open:` with the first sentence"
            yield RULE.at(span, "this talk track has no first sentence", place=place, fix=fix)
        if not track.ask:
            fix = "Add `ask:` with the question that hands the word back"
            yield RULE.at(span, "this talk track ends without a question", place=place, fix=fix)
    yield from _ends_of_presentation(asset, around)


def _ends_of_presentation(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    steps = _steps(asset, around)
    if len(steps) < _FEWEST:
        return
    (first, opens), (last, closes) = steps[0], steps[-1]
    if not opens:
        fix = "Write in its notes how to begin"
        yield RULE.at(first, "the presentation has no words to begin with", fix=fix)
    if not closes:
        fix = "Write in its notes what to ask for at the end"
        yield RULE.at(last, "the presentation has no words to end with", fix=fix)


def _steps(asset: Asset, around: Surroundings) -> list[tuple[Span, bool]]:
    """Return where each step stands and whether anything is said there; [] where nobody wrote."""
    beats = written_beats.of_asset(asset)
    if not beats or asset.guidance.presenting or not asset.body.slides:
        return [(first_line(one.span, around), bool(one.say or one.ask)) for one in beats]
    noted = {note.slide for note in asset.body.notes}
    return [(first_line(one.span, around), at in noted) for at, one in enumerate(asset.body.slides)]
