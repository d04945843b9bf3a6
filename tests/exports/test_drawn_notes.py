from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pptx
import pytest

from enablekit.exporters import enablekit_json, marp_deck, notes_text, pptx_deck
from enablekit.extend.cue_labels import UNWRITTEN
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Publication
from enablekit.model.strings import Strings
from enablekit.packing.edition import Edition
from enablekit.packing.handout import handout_data
from enablekit.usecases.load import load

BODY = """\

# Fewer disputes

A supplier loses fourteen days with every invoice that a customer disputes.

## Where they come from

Wrong prices cause 31% of all disputes, and most of them stand in the order already.

| Cause | Share |
| --- | --- |
| Price | 31% |
| Quantity | 24% |

## What one costs

The median dispute takes 2.6 hours of working time, and only part of it in receivables.
"""
WRITTEN = """\
enablement:
  must_know:
    - {id: mk-1, statement: "A dispute adds work to three teams.", source: "#what-one-costs"}
"""
PRICES = "Wrong prices cause 31% of all disputes, and most of them stand in the order already."
HOURS = "The median dispute takes 2.6 hours of working time, and only part of it in receivables."


def published(folder: Path) -> Publication:
    folder.mkdir(exist_ok=True)
    (folder / "bare.md").write_text(f"---\ntitle: Bare\n---\n{BODY}", encoding="utf-8")
    (folder / "some.md").write_text(f"---\ntitle: Some\n{WRITTEN}---\n{BODY}", encoding="utf-8")
    return load(folder, now="2026-11-01")


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return published(tmp_path_factory.mktemp("drawn"))


def parcel(publication: Publication, name: str) -> Parcel:
    asked = tuple(one for one in publication.compiled if one.guide.asset.id == name)
    return Parcel(publication=publication, compiled=asked)


def as_text(publication: Publication, name: str) -> str:
    (data,) = notes_text.files(parcel(publication, name)).values()
    return data.decode()


def as_marp(publication: Publication, name: str) -> str:
    (data,) = marp_deck.files(parcel(publication, name)).values()
    return data.decode()


def in_slides(publication: Publication, name: str) -> list[str]:
    (data,) = pptx_deck.files(parcel(publication, name)).values()
    slides = pptx.Presentation(io.BytesIO(data)).slides
    return [
        line
        for one in slides
        if one.has_notes_slide
        for line in one.notes_slide.notes_text_frame.text.split("\n")
    ]


def test_notes_that_nobody_wrote_say_so_once_and_each_sentence_says_its_line(
    publication: Publication,
) -> None:
    text = as_text(publication, "bare")
    assert text.count(UNWRITTEN) == 1
    assert text.index(UNWRITTEN) < text.index("1. ")
    assert f"Drawn from lines 9–17, confirmed by nobody\n\nLine 11 says: {PRICES}" in text
    assert "\nSay:" not in text


def test_a_drawn_sentence_among_written_words_says_that_nobody_confirmed_it(
    publication: Publication,
) -> None:
    text = as_text(publication, "some")
    assert UNWRITTEN not in text
    assert f"Drawn, confirmed by nobody. Line 23 says: {HOURS}" in text
    assert "\nThe point: A dispute adds work to three teams.\n" in text


def test_notes_below_slides_mark_what_was_drawn(publication: Publication) -> None:
    bare, some = in_slides(publication, "bare"), in_slides(publication, "some")
    assert bare[0] == UNWRITTEN
    at = bare.index("Drawn from lines 9–17, confirmed by nobody")
    assert bare[at + 1] == f"LINE 11 SAYS: {PRICES}"
    assert not [line for line in bare if line.startswith("SAY:")]
    assert f"DRAWN, CONFIRMED BY NOBODY. LINE 23 SAYS: {HOURS}" in some
    assert UNWRITTEN not in some


def test_a_deck_in_marp_keeps_what_was_drawn_apart_and_is_read_again_as_drawn(
    publication: Publication, tmp_path: Path
) -> None:
    text = as_marp(publication, "bare")
    assert text.index(f"# {UNWRITTEN}\n") < text.index("\n---\n")
    assert f"DRAWN (line 11): {PRICES}" in text
    assert "SAY:" not in text
    (tmp_path / "deck.md").write_text(text, encoding="utf-8")
    again = load(tmp_path, now="2026-11-01").compiled[0].notes
    drawn = [cue.text for beat in again.beats for cue in beat.say if cue.drawn]
    assert PRICES in drawn
    assert not [cue for beat in again.beats for cue in (*beat.say, *beat.show) if not cue.drawn]
    assert again.drawn


def test_written_words_stay_written_when_a_deck_is_read_again(
    publication: Publication, tmp_path: Path
) -> None:
    (tmp_path / "deck.md").write_text(as_marp(publication, "some"), encoding="utf-8")
    again = load(tmp_path, now="2026-11-01").compiled[0].notes
    beat = next(one for one in again.beats if one.title == "What one costs")
    assert [(cue.text, cue.drawn) for cue in beat.say] == [
        ("A dispute adds work to three teams.", False),
        (HOURS, True),
    ]
    assert not beat.drawn
    assert not again.drawn


def test_a_hand_out_marks_what_was_drawn(publication: Publication) -> None:
    def told(name: str) -> tuple[str, list[dict[str, Any]]]:
        found = next(one for one in publication.compiled if one.guide.asset.id == name)
        data = handout_data(Edition(compiled=found, publication=publication))
        return data["unwritten"], data["rows"]

    unwritten, rows = told("bare")
    assert unwritten == UNWRITTEN
    row = next(one for one in rows if one["title"] == "Where they come from")
    assert row["remark"] == "Drawn from lines 9–17, confirmed by nobody"
    assert row["notes"] == [{"label": "Line 11 says", "text": PRICES, "place": ""}]
    unwritten, rows = told("some")
    assert unwritten == ""
    row = next(one for one in rows if one["title"] == "What one costs")
    assert row["remark"] == ""
    assert {"label": "Drawn, confirmed by nobody. Line 23 says", "text": HOURS, "place": ""} in (
        row["notes"]
    )


def test_the_data_say_whether_nobody_wrote_any_of_it(publication: Publication) -> None:
    data = json.loads(enablekit_json.export(publication))
    notes = {one["id"]: one["notes"] for one in data["assets"]}
    assert {name: one["drawn"] for name, one in notes.items()} == {"bare": True, "some": False}
    assert all(cue["drawn"] for beat in notes["bare"]["beats"] for cue in beat.get("say", []))


def test_the_marks_are_in_the_language_of_the_site(publication: Publication) -> None:
    german = Strings(language="de", words={"Line {line} says": "In Zeile {line} steht"})
    assert f"In Zeile 11 steht: {PRICES}" in as_text(replace(publication, strings=german), "bare")
