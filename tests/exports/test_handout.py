from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_reading import facts, needs_poppler, run_together, text
from planting import planted

from enablekit.adapters import typesetter
from enablekit.exporters import handout, print_pack
from enablekit.model.audience import Audience
from enablekit.model.guidance import Guidance
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Publication
from enablekit.packing.page_words import page_words
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = Path(__file__).parents[2] / "examples/meridian"


@pytest.fixture(scope="module")
def example() -> Publication:
    return load(EXAMPLE, now="2026-11-01")


def handed_out(publication: Publication) -> dict[str, bytes]:
    compiled = tuple(one for one in publication.compiled if not handout.lacks(one))
    return handout.files(
        Parcel(publication=publication, compiled=compiled, typeset=typesetter.PageSetter())
    )


def packed(publication: Publication) -> dict[str, bytes]:
    compiled = tuple(one for one in publication.compiled if not print_pack.lacks(one))
    return print_pack.files(
        Parcel(publication=publication, compiled=compiled, typeset=typesetter.PageSetter())
    )


@needs_poppler
def test_a_hand_out_has_every_step_with_its_words(example: Publication, tmp_path: Path) -> None:
    made = handed_out(example)
    assert len(made) > 10
    for one in example.compiled:
        data = made.get(f"{one.guide.asset.id}.handout.pdf")
        if data is None:
            assert not one.notes.beats
            continue
        file = tmp_path / "handout.pdf"
        file.write_bytes(data)
        shown = run_together(text(file))
        assert facts(file)["Tagged"] == "yes"
        for beat in one.notes.beats:
            words = [beat.title, *(cue.text for cue in (*beat.say, *beat.ask))]
            words += [each for answer in beat.if_asked for each in (answer.they_ask, answer.answer)]
            for said in words:
                assert run_together(said) in shown


@needs_poppler
def test_the_words_of_a_slide_stand_beside_its_notes(example: Publication, tmp_path: Path) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(handed_out(example)["first-meeting-deck.handout.pdf"])
    [deck] = [one for one in example.compiled if one.guide.asset.id == "first-meeting-deck"]
    shown = run_together(text(file))
    for slide in deck.guide.asset.body.slides:
        for line in slide.text.splitlines():
            assert run_together(line) in shown
    assert shown.count("1/3") == 1  # its pages are numbered
    assert int(facts(file)["Pages"]) == 3


WORDS = st.text(st.sampled_from("ab 1#$@\\*_-`<>[]()~'/=\n"), min_size=1, max_size=40)


@needs_poppler
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(WORDS, st.integers(1, 400))
def test_any_notes_stay_words_however_long(tmp_path: Path, words: str, many: int) -> None:
    said = f"x{words}x " * many
    beats = [{"title": "One", "say": said, "ask": f"x{words}x", "transition": f"y{words}y"}]
    front = {"title": "Talk", "enablement": {"presenting": beats}}
    lines = (f"{key}: {json.dumps(value)}" for key, value in front.items())
    (tmp_path / "talk.md").write_text("---\n{}\n---\n\nText.\n".format("\n".join(lines)), "utf-8")
    publication = load(tmp_path, now="2026-11-01")
    [beat] = publication.compiled[0].notes.beats
    file = tmp_path / "handout.pdf"
    file.write_bytes(handed_out(publication)["talk.handout.pdf"])
    pages = int(facts(file)["Pages"])
    feet = [f"Fieldguide·Builtfor:internal.Donotforward.1November2026{n}/{pages}"
            for n in range(1, pages + 1)]  # fmt: skip
    shown = "".join(run_together(seen(file, number)) for number in range(1, pages + 1))
    for foot in feet:
        assert foot in shown
        shown = shown.replace(foot, "").replace("ShowSay", "")  # the head of a table is repeated
    for cue in (*beat.say, *beat.ask):
        assert run_together(page_words(cue.text)) in shown


def seen(file: Path, page: int) -> str:
    """Return the words that stand inside the margins of a page, without what fell off it."""
    box = ["-x", "0", "-y", "0", "-W", "596", "-H", "842", "-f", str(page), "-l", str(page)]
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", *box, file, "-"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return done.stdout.decode()


@needs_poppler
def test_a_piece_out_of_use_is_handed_out_only_with_a_notice(
    enablekit: Run, tmp_path: Path
) -> None:
    (tmp_path / "old.md").write_text(
        "---\ntitle: Old\nexpires: 2026-01-01\n---\n\n# Old\n\n## Part\n\nA dispute takes 14 days, "
        "because nobody in the company owns the price of an order.\n",
        "utf-8",
    )
    asked = ("export", "handout", "old", "--now", "2026-11-01", "-o", "out")
    assert enablekit(*asked).returncode == 2
    assert enablekit(*asked, "--force").returncode == 0
    assert "Do not use this any more." in text(tmp_path / "out/old.handout.pdf")


@needs_poppler
def test_a_pack_has_a_cover_and_a_page_for_each_piece(example: Publication, tmp_path: Path) -> None:
    made = packed(example)
    people = [one.id for one in example.vocabulary.personas]
    stages = [one.id for one in example.vocabulary.stages]
    assert set(made) == {
        *(f"for-{one}.pdf" for one in people),
        *(f"at-{one}.pdf" for one in stages),
    }
    pieces = [one for one in example.compiled if not print_pack.lacks(one)]
    for persona in example.vocabulary.personas:
        file = tmp_path / "pack.pdf"
        file.write_bytes(made[f"for-{persona.id}.pdf"])
        titles = {
            one.guide.asset.title
            for one in pieces
            if any(each.id == persona.id for each in one.guide.personas)
        }
        said = facts(file)
        assert (said["Title"], said["Tagged"]) == (persona.name, "yes")
        cover = run_together(text(file, 1))
        assert run_together(persona.cares_about) in cover
        covers = int(said["Pages"]) - len(titles)
        assert covers in {1, 2}
        for number in range(covers + 1, int(said["Pages"]) + 1):
            found = [one for one in titles if run_together(one) in run_together(text(file, number))]
            assert found
        assert made[f"for-{persona.id}.pdf"].count(b"/Subtype/Link") >= 2 * len(titles)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(80, 270), min_size=1, max_size=6))
def test_a_page_that_fits_alone_fits_in_a_pack(tmp_path: Path, sizes: list[int]) -> None:
    for old in tmp_path.glob("*.md"):
        old.unlink()
    for number, many in enumerate(sizes):
        known = [{"id": f"k{n}", "statement": "some words " * (many // 3)} for n in range(3)]
        guidance = {"use_with": [{"persona": "cfo", "when": "Always."}], "must_know": known}
        text = f"---\ntitle: Piece {number}\nenablement: {json.dumps(guidance)}\n---\n\nText.\n"
        (tmp_path / f"piece-{number}.md").write_text(text, "utf-8")
    publication = load(tmp_path, now="2026-11-01")
    [data] = packed(publication).values()
    assert b"/Type/Pages/Count %d/" % (len(sizes) + 1) in data


def test_packs_and_hand_outs_have_the_same_bytes_again(example: Publication) -> None:
    assert packed(example) == packed(example)
    assert handed_out(example) == handed_out(example)


MARK = "ZQXLEAK"


@needs_poppler
@pytest.mark.parametrize("reader", [Audience.PARTNER, Audience.CUSTOMER, Audience.PUBLIC])
def test_nothing_internal_is_set_for_others(tmp_path: Path, reader: Audience) -> None:
    guidance = planted(Guidance, "guidance", lambda trail: f"{MARK} {trail}")
    front = {
        "title": "Open",
        "audience": "public",
        "enablement": {**guidance, "tldr": {"text": "Open words.", "audience": "public"},
                       "use_with": [{"persona": "cfo", "why": "Open why.", "audience": "public"}],
                       "stages": ["decision"]},
    }  # fmt: skip
    lines = (f"{key}: {json.dumps(value)}" for key, value in front.items())
    (tmp_path / "open.md").write_text(
        "---\n{}\n---\n\n# Open\n\nText.\n\n::: notes\n\n{} notes\n\n:::\n".format(
            "\n".join(lines), MARK
        ),
        "utf-8",
    )
    (tmp_path / "closed.md").write_text(f"---\ntitle: {MARK} closed\n---\n\nText.\n", "utf-8")
    publication = load(tmp_path, now="2026-11-01", audience=reader)
    everything = {**packed(publication), **handed_out(publication)}
    assert "for-cfo.pdf" in everything
    for name, data in everything.items():
        file = tmp_path / "set.pdf"
        file.write_bytes(data)
        assert MARK not in name + text(file) + str(facts(file))
        assert MARK.encode() not in data


@needs_poppler
def test_a_slide_of_nothing_but_a_picture_is_called_by_its_number(tmp_path: Path) -> None:
    talk = "---\ntype: deck\n---\n\n# One\n\n---\n\n![](x.png)\n\n---\n\n# Three\n"
    (tmp_path / "talk.md").write_text(talk, encoding="utf-8")
    publication = load(tmp_path, now="2026-11-01")
    (data,) = handed_out(publication).values()
    (tmp_path / "talk.pdf").write_bytes(data)

    assert [beat.title for beat in publication.compiled[0].notes.beats] == [
        "One",
        "Slide 2",
        "Three",
    ]
    assert "Slide 2" in text(tmp_path / "talk.pdf")
