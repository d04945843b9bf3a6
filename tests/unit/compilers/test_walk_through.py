from __future__ import annotations

import dataclasses

import pytest

from enablekit.compilers.presenter_notes import compile_notes
from enablekit.compilers.shorter import versions
from enablekit.config.asset_types import OTHER
from enablekit.config.project import Config
from enablekit.model.asset import Asset
from enablekit.model.notes import Beat, Cue, PresenterNotes, Version
from enablekit.model.source import SourceFile
from enablekit.model.span import Span
from enablekit.parsing.asset import parse

HERE = Span(path="a.md", line=3)
GUIDANCE = """\
  minutes: {prep: 1, present: 2}
  pitches: {"10s": "Most disputes can be seen before you send."}
  talk_track:
    - persona: cfo
      say: "The long version."
    - persona: ar-manager
      open: "How often does the call end in a dispute?"
      ask: "Which cause would you put first?"
      proof: value
  questions:
    - ask: "How do you record causes?"
    - ask: "When do you learn of a dispute?"
  objections:
    - they_say: "Those are your own customers."
      acknowledge: "I would ask the same."
      clarify: "Which number?"
      respond: "A research firm asked 214 suppliers."
      confirm: "Would your own list be a better test?"
      proof: causes
    - they_say: "Ours pay late on purpose."
      respond: "Some do."
  best_parts:
    - {at: "#where-they-come-from", why: "The table. Redraw it."}
    - {at: "page 4", why: "The picture of the warehouse."}
  how_to_present:
    before: "Look up their receivables."
    during: ["Ask before you show."]
    after: "Ask which number they doubt."
  follow_up: {subject: "Your three causes", body: "Hello"}
  proof_points:
    - {id: causes, claim: "Price and quantity cause 55% of disputes.",
       source: "#where-they-come-from", scope: "n = 214", permission: named-public}
    - {id: secret, claim: "Hallmann lost 3 customers.", source: "#where-they-come-from",
       permission: internal}
    - {id: value, claim: "Disputes hold 16% of the value.", source: "https://a.example/survey",
       permission: named-public}
  must_know:
    - {id: mk-1, statement: "Price and quantity cause 55% of all disputes.",
       source: "#where-they-come-from"}
    - {id: mk-2, statement: "A dispute adds 14 days.", source: "#what-one-costs"}
"""
BODY = """
# The cost of a dispute

What 214 suppliers told us.

## Where they come from

Price is the largest cause with 31% of all disputes, and quantity follows with 24%.

| Cause | Share |
| --- | --- |
| Price | 31% |
| Quantity | 24% |

## What one costs

The median dispute takes 2.6 hours of working time, and only part of it in receivables.

## Why chasing does not help

Reminders do nothing for an invoice that is wrong, because the customer's system blocks it.

## Sources

- [The survey of March 2026](https://a.example/survey), with answers from 214 suppliers
- [The study of January](https://a.example/study)
- [A poll](https://a.example/poll)
- An interview with a chief financial officer who cut disputes from 9% to 3% in a year
"""


def asset(guidance: str = GUIDANCE, body: str = BODY) -> Asset:
    written = f"enablement:\n{guidance}" if guidance else ""
    head = f"---\ntitle: Disputes\n{written}---\n"
    parsed, _ = parse(SourceFile(path="a.md", data=(head + body).encode()), Config())
    assert parsed is not None
    return parsed


@pytest.fixture(scope="module")
def notes() -> PresenterNotes:
    return compile_notes(asset(), OTHER)


def beat(notes: PresenterNotes, title: str) -> Beat:
    return next(one for one in notes.beats if one.title == title)


def test_it_opens_with_the_first_sentence_the_short_pitch_and_the_proof_named_for_it(
    notes: PresenterNotes,
) -> None:
    opening = notes.beats[0]
    assert opening.title == "Disputes"
    assert [(cue.part, cue.text) for cue in opening.say] == [
        ("open", "How often does the call end in a dispute?"),
        ("", "Most disputes can be seen before you send."),
        ("proof", "Disputes hold 16% of the value."),
    ]
    assert [(cue.part, cue.text) for cue in opening.do] == [
        ("before", "Look up their receivables."),
        ("during", "Ask before you show."),
    ]
    assert not opening.drawn


def test_a_section_has_its_proof_with_scope_and_no_point_that_says_the_same(
    notes: PresenterNotes,
) -> None:
    causes = beat(notes, "Where they come from")
    written = [(cue.text, cue.scope) for cue in causes.say if not cue.drawn]
    assert written == [("Price and quantity cause 55% of disputes.", "n = 214")]
    assert [(cue.text, cue.drawn) for cue in causes.show] == [("The table. Redraw it.", False)]
    assert causes.proves


def test_what_only_a_rep_may_know_is_never_put_into_words_to_be_said(
    notes: PresenterNotes,
) -> None:
    said = [cue.text for one in notes.beats for cue in one.say]
    assert "Hallmann lost 3 customers." not in said


def test_every_cue_says_where_its_words_stand(notes: PresenterNotes) -> None:
    lines = GUIDANCE.splitlines()
    for one in notes.beats:
        for cue in (*one.say, *one.ask, *one.show):
            if not cue.drawn:
                held = "\n".join(lines[cue.span.line - 4 : cue.span.end_line - 3])
                assert str(cue.text) in " ".join(held.split()), cue


def test_a_point_without_written_proof_is_followed_by_a_number_of_its_section(
    notes: PresenterNotes,
) -> None:
    costs = beat(notes, "What one costs")
    assert [(cue.part, cue.drawn) for cue in costs.say] == [("point", False), ("proof", True)]
    assert "2.6 hours" in costs.say[1].text


def test_questions_are_spread_each_once_over_what_a_person_wrote_about(
    notes: PresenterNotes,
) -> None:
    asked = [(one.title, cue.text) for one in notes.beats for cue in one.ask]
    assert [text for _, text in asked] == [
        "How do you record causes?",
        "When do you learn of a dispute?",
        "Which cause would you put first?",
    ]
    assert not any(one.ask for one in notes.beats if one.drawn)


def test_an_objection_is_expected_where_its_proof_stands_else_at_the_end(
    notes: PresenterNotes,
) -> None:
    (doubt,) = beat(notes, "Where they come from").if_asked
    assert doubt.they_ask == "Those are your own customers."
    assert doubt.answer == (
        "I would ask the same. A research firm asked 214 suppliers. "
        "Would your own list be a better test?"
    )
    assert [one.they_ask for one in notes.beats[-1].if_asked] == ["Ours pay late on purpose."]


def test_it_closes_with_the_question_that_hands_the_word_back_and_what_to_do(
    notes: PresenterNotes,
) -> None:
    close = notes.beats[-1]
    assert close.title == "Close"
    assert [cue.text for cue in close.ask] == ["Which cause would you put first?"]
    assert [(cue.part, cue.text) for cue in close.do] == [
        ("after", "Ask which number they doubt."),
        ("send", "The follow-up e-mail “Your three causes”"),
    ]


def test_a_page_worth_showing_is_a_step_and_a_list_of_links_is_none(notes: PresenterNotes) -> None:
    assert [cue.text for cue in beat(notes, "page 4").show] == ["The picture of the warehouse."]
    assert "Sources" not in {one.title for one in notes.beats}


def test_what_a_person_says_is_not_drawn_once_more_from_another_section() -> None:
    summary = "## In short\n\nA dispute adds 14 days to the time until the invoice is paid.\n\n"
    body = BODY.replace("## Where they", f"{summary}## Where they", 1)
    titles = [one.title for one in compile_notes(asset(body=body), OTHER).beats]
    assert "In short" not in titles
    alone = compile_notes(asset(guidance="", body=body), OTHER)
    assert "In short" in {one.title for one in alone.beats}


def test_nobody_is_asked_to_tell_a_section_for_more_than_two_minutes() -> None:
    long = "Disputes take time to settle and nobody likes to chase them by phone. " * 60
    notes = compile_notes(asset(guidance="", body=f"\n# T\n\n## Terms\n\n{long}\n"), OTHER)
    assert [one.seconds for one in notes.beats] == [120]


def test_the_first_words_of_a_text_are_not_put_into_a_later_section() -> None:
    notes = compile_notes(asset(guidance="", body=BODY), OTHER)
    for one in notes.beats:
        for cue in one.say:
            assert one.span.line <= cue.span.line <= one.span.end_line


def test_a_question_finds_its_place_where_there_is_only_an_opening() -> None:
    notes = compile_notes(asset(body="\nA sheet.\n"), OTHER)
    asked = [cue.text for one in notes.beats for cue in one.ask]
    assert len(asked) == len(set(asked))
    assert "When do you learn of a dispute?" in asked


def test_nobody_leads_on_where_nobody_wrote_how(notes: PresenterNotes) -> None:
    assert all(one.transition is None for one in notes.beats)


def test_without_guidance_everything_is_drawn_with_its_lines() -> None:
    drawn = compile_notes(asset(guidance=""), OTHER)
    assert drawn.beats
    assert all(one.drawn for one in drawn.beats)
    for one in drawn.beats:
        for cue in (*one.say, *one.show):
            assert cue.drawn
            assert cue.span.line > 3
    assert [cue.part for cue in beat(drawn, "Where they come from").show] == ["table"]


def test_the_slot_the_words_and_the_plan_are_told_apart(notes: PresenterNotes) -> None:
    assert notes.slot == 120
    assert notes.words == sum(one.words for one in notes.beats) > 0
    assert notes.estimate == sum(one.estimate for one in notes.beats)
    assert notes.seconds > notes.estimate
    assert versions(notes.beats, 2)[0].minutes == 2


def test_sections_with_the_same_title_say_what_they_stand_below() -> None:
    parts = (f"## {name}\n\n### Price\n\n{name} costs €7 a user.\n" for name in ("Jira", "Asana"))
    body = "\n# T\n\n" + "\n".join(parts)
    titles = [one.title for one in compile_notes(asset(guidance="", body=body), OTHER).beats]
    assert {"Jira: Price", "Asana: Price"} <= set(titles)


def timed(seconds: int, **values: object) -> Beat:
    return dataclasses.replace(
        Beat(title="t", span=HERE, seconds=seconds),
        **values,  # type: ignore[arg-type] # the tests say which fields they mean
    )


def test_a_shorter_version_keeps_a_proof_even_if_it_is_long() -> None:
    beats = (timed(60), timed(200, proves=True), timed(150, proves=True), timed(90), timed(60))
    assert versions(beats)[0].keep == (0, 2, 4)


def test_of_what_is_shown_and_asked_the_proof_is_skipped_last() -> None:
    asks = (Cue(text="?", drawn=False, span=HERE),)
    lively = {"ask": asks, "proves": True}
    beats = (timed(60), timed(90, ask=asks), timed(100, **lively), timed(80, **lively), timed(50))
    assert versions(beats)[0].keep == (0, 2, 3, 4)


def test_a_proof_marked_to_be_skipped_is_skipped_before_another() -> None:
    marked = timed(100, proves=True, skip_if_short=True)
    beats = (timed(60), marked, timed(150, proves=True), timed(90), timed(60))
    assert versions(beats)[0].keep == (0, 2, 4)


def test_the_slot_is_a_length_of_its_own_where_everything_takes_longer() -> None:
    beats = tuple(timed(120) for _ in range(6))
    assert [one.minutes for one in versions(beats, 8)] == [5, 8, 15, 30]
    assert [one.minutes for one in versions(beats, 12)] == [5, 15, 30]


def test_words_lead_on_only_to_the_step_that_follows() -> None:
    way = Version(minutes=5, keep=(0, 1, 3), seconds=300)
    assert way.leads_on(0, 4)
    assert not way.leads_on(1, 4)
    assert way.leads_on(3, 4), "the last words lead out of the room"
