from __future__ import annotations

import dataclasses

from enablekit.compilers.presenter_notes import compile_notes
from enablekit.compilers.shorter import versions
from enablekit.config.asset_types import OTHER, SHIPPED
from enablekit.extend.cue_lines import read
from enablekit.extend.speaking_time import spoken_seconds
from enablekit.model.asset import Asset
from enablekit.model.body import Body, Section, SpokenNote
from enablekit.model.evidence import Drawn, Evidence
from enablekit.model.notes import Beat, Cue
from enablekit.model.span import Span

HERE = Span(path="a.md", line=3)


def note(text: str) -> SpokenNote:
    return SpokenNote(text=text, span=HERE, slide=0)


def test_a_minute_holds_a_hundred_and_thirty_words_and_a_question_twenty_seconds() -> None:
    assert spoken_seconds(["word " * 130], 0, "en") == 60
    assert spoken_seconds(["word " * 13 + "[pause 5s] [pause]"], 2, "en") == 6 + 8 + 40


def test_notes_are_sorted_by_what_is_said_asked_and_shown() -> None:
    cues = read(
        note(
            "[1:15]\nWelcome.\nThis goes on.\n\n**ASK:** Who has a *disputed* invoice?\n"
            "SHOW: The chart\nIF ASKED: Is it dear? — Per invoice it is not.\n"
            "TRANSITION: So what does one cost?\n"
        )
    )

    assert cues.seconds == 75
    assert [cue.text for cue in cues.say] == ["Welcome. This goes on."]
    assert [cue.text for cue in cues.ask] == ["Who has a disputed invoice?"]
    assert [cue.text for cue in cues.show] == ["The chart"]
    assert (cues.if_asked[0].they_ask, cues.if_asked[0].answer) == (
        "Is it dear?",
        "Per invoice it is not.",
    )
    assert cues.transition is not None
    assert cues.transition.text == "So what does one cost?"


def test_every_bullet_of_a_note_is_a_line_of_its_own() -> None:
    assert [cue.text for cue in read(note("- One.\n- Two.\n")).say] == ["One.", "Two."]


def beat(seconds: int, **values: object) -> Beat:
    return dataclasses.replace(
        Beat(title="t", span=HERE, seconds=seconds),
        **values,  # type: ignore[arg-type] # the tests say which fields they mean
    )


def test_a_shorter_version_skips_what_is_marked_and_keeps_the_opening_and_the_close() -> None:
    asks = (Cue(text="?", drawn=False, span=HERE),)
    beats = (
        beat(120),
        beat(100, ask=asks),
        beat(200, skip_if_short=True),
        beat(90),
        beat(80),
        beat(60),
    )

    five, fifteen, thirty = versions(beats)

    assert thirty.keep == fifteen.keep == (0, 1, 2, 3, 4, 5)
    assert five.keep == (0, 1, 5)
    assert five.seconds == 280


def test_nothing_to_present_has_no_versions() -> None:
    assert versions(()) == ()


def test_without_notes_beats_are_drawn_and_say_so() -> None:
    section = Section(
        title="Results", anchor="results", level=2, words=9,
        span=Span(path="a.md", line=10, end_line=20),
    )  # fmt: skip
    said = Drawn(text="It took 11 days.", span=Span(path="a.md", line=12), anchor="results")
    elsewhere = Drawn(text="Not here.", span=Span(path="a.md", line=30))
    asset = Asset(
        id="a", path="a.md", title="A", span=HERE,
        body=Body(sections=(section,)), evidence=Evidence(key_sentences=(said, elsewhere)),
    )  # fmt: skip

    notes = compile_notes(asset, OTHER)

    assert [one.title for one in notes.beats] == ["Results"]
    assert notes.beats[0].drawn
    assert [(cue.text, cue.drawn, cue.span.line) for cue in notes.beats[0].say] == [
        ("It took 11 days.", True, 12)
    ]


def test_nothing_is_drawn_from_a_piece_that_is_not_for_buyers_ears() -> None:
    card = next(kind for kind in SHIPPED if kind.name == "battlecard")
    section = Section(
        title="Where we win", anchor="win", level=2, words=9,
        span=Span(path="a.md", line=10, end_line=20),
    )  # fmt: skip
    said = Drawn(text="We won 11 of 17.", span=Span(path="a.md", line=12))
    asset = Asset(
        id="a", path="a.md", title="A", span=HERE,
        body=Body(sections=(section,)), evidence=Evidence(key_sentences=(said,)),
    )  # fmt: skip

    assert compile_notes(asset, OTHER).beats != ()
    assert compile_notes(asset, card).beats == ()
