"""
A talk track or presenter notes have more words than fit into the time they are given.

Why reps care: Who runs over drops the end, and the end is where the next step is asked for.

Wrong:
    talk_track:
      - persona: cfo
        length: 10s
        say: (sixty words)

Right:
    talk_track:
      - persona: cfo
        length: 30s
        say: (sixty words)

Options:
    `slack`: by how many percent the words may run over before it is reported (24). A minute holds
    130 words in English, and 160 for a quick speaker. More than 183 a minute is an error: that
    is the mean pace of reading aloud (Brysbaert 2019), and nobody presents at it. Other languages
    have rates of their own, in characters where no blanks stand between words; the page about
    speaking rates lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.pace import SAID_A_MINUTE
from enablekit.extend import written_beats
from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.speaking_time import said_by, spoken_seconds
from enablekit.extend.stated_time import seconds_in
from enablekit.extend.where_written import first_line, in_entry
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.finding import Severity
from enablekit.model.guidance_entries import TalkTrack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.notes import Beat
    from enablekit.model.span import Span

RULE = described(__doc__, code="EK304", name="over-time", severity=Severity.WARNING)

_FIX = "Cut words, or give it more time"
# Brysbaert, M. (2019): How many words do we read per minute? Reading aloud, mean of 77 studies.
# https://doi.org/10.1016/j.jml.2019.104047
_READ_ALOUD = 183


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each part that runs over, and the whole if it does."""
    if not is_in_use(asset):
        return
    slack = 100 + around.number(RULE.name, "slack", 24)
    for place, track in numbered(asset, "talk_track"):
        if not isinstance(track, TalkTrack):
            continue
        stated = seconds_in(track.length)
        needed = spoken_seconds((track.open, track.say, track.ask), 0, asset.language)
        if 0 < stated * slack < needed * 100:
            span = in_entry(track.span, track.length, around, key="length")
            weight = _weight(needed, stated)
            yield RULE.at(span, _too_long(needed, stated), place=place, fix=_FIX, severity=weight)
    beats = written_beats.of_asset(asset)
    for beat in beats:
        said = spoken_seconds(said_by((*beat.say, *beat.ask)), 0, asset.language)
        if beat.stated and beat.seconds * slack < said * 100:
            place = f"“{short(beat.title)}”"
            span = _time_of(asset, beat, around)
            weight = _weight(said, beat.seconds)
            yield RULE.at(
                span, _too_long(said, beat.seconds), place=place, fix=_FIX, severity=weight
            )
    yield from _the_whole(asset, beats, slack, around)


def _the_whole(
    asset: Asset, beats: Sequence[Beat], slack: int, around: Surroundings
) -> Iterator[Finding]:
    minutes = asset.guidance.minutes
    total = sum(beat.seconds for beat in beats)
    if minutes and 0 < minutes.present * 60 * slack < total * 100:
        yield RULE.at(
            in_entry(minutes.span, str(minutes.present), around, key="present"),
            f"all steps together take {_clock(total)}, and there {_minutes(minutes.present)}",
            place="minutes",
            fix="Cut steps, mark some `skip_if_short: true`, or give it more time",
        )


def _weight(needed: int, stated: int) -> Severity | None:
    """Return an error for what would have to be said faster than people read aloud."""
    faster = needed * SAID_A_MINUTE > stated * _READ_ALOUD
    return Severity.ERROR if faster else None


def _time_of(asset: Asset, beat: Beat, around: Surroundings) -> Span:
    if asset.guidance.presenting:
        return in_entry(beat.span, str(beat.seconds), around, key="seconds")
    return first_line(beat.span, around)


def _too_long(needed: int, stated: int) -> str:
    return f"these words take {_clock(needed)} to say, and there are {_clock(stated)}"


def _minutes(count: int) -> str:
    return "is 1 minute" if count == 1 else f"are {count} minutes"


def _clock(seconds: int) -> str:
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60}:{seconds % 60:02} minutes"  # noqa: PLR2004 - a minute
