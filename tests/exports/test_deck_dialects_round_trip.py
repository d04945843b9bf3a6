from __future__ import annotations

from pathlib import Path

import pytest
from deck_trip import deck_of, exported, published, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_marp import needs_marp, rendered

DECKS = Path(__file__).parent / "decks"
# How many slides there are, and on which of them something is said: counted by hand.
COUNTED = {
    "marp": (6, [0, 2, 5]),
    "slidev": (7, [0, 1, 5]),
    "reveal": (6, [0, 1, 2, 3, 4, 5]),
    "reveal-md": (3, [1]),
    "reveal-plain": (6, [0, 2, 4, 5]),
    "sections": (4, [0, 2]),
    "hugo": (4, [0, 2]),
    "remark": (6, [0, 1, 3]),
    "quarto": (5, [1, 3]),
}


@pytest.mark.parametrize("name", sorted(path.stem for path in DECKS.glob("*.md")))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_deck_with_everything_its_tool_knows_loses_nothing(
    tmp_path: Path, name: str, line_end: str
) -> None:
    text = (DECKS / f"{name}.md").read_text(encoding="utf-8")
    before = published(tmp_path / "a", text.replace("\n", line_end))
    body = deck_of(before).body
    assert (len(body.slides), [note.slide for note in body.notes]) == COUNTED[name]
    shown = " ".join(f"{slide.title} {slide.text}" for slide in body.slides)
    for word in ("layout", "no note", "No slide", "data-", "???", "Welcome", "a sum", "::", "{{"):
        assert word not in shown
    after = published(tmp_path / "b", exported(before))
    assert told(after) == told(before)


@needs_marp
def test_marp_shows_as_many_slides_and_the_same_notes(tmp_path: Path) -> None:
    publications = [
        published(tmp_path / path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(DECKS.glob("*.md"))
    ]
    shown = rendered(*map(exported, publications))
    for publication, page in zip(publications, shown, strict=True):
        body = deck_of(publication).body
        assert len(page["html"]) == len(body.slides)
        notes = {note.slide: [note.text] for note in body.notes}
        assert page["comments"] == [notes.get(number, []) for number in range(len(body.slides))]


@needs_marp
def test_a_deck_for_marp_has_the_slides_and_notes_that_marp_shows(tmp_path: Path) -> None:
    text = (DECKS / "marp.md").read_text(encoding="utf-8")
    body = deck_of(published(tmp_path, text)).body
    (page,) = rendered(text)
    assert len(page["html"]) == len(body.slides)
    said = {note.slide: note.text for note in body.notes}
    assert ["\n\n".join(one) for one in page["comments"]] == [
        said.get(number, "") for number in range(len(body.slides))
    ]


def test_the_times_of_a_deck_stay_what_they_were(tmp_path: Path) -> None:
    text = (DECKS / "reveal.md").read_text(encoding="utf-8")
    before = published(tmp_path / "a", text)
    after = published(tmp_path / "b", exported(before))
    for publication in (before, after):
        beats = publication.compiled[0].notes.beats
        assert [beat.seconds for beat in beats if beat.stated] == [90, 45]


def test_the_words_of_an_aside_are_in_the_comment_to_the_letter(tmp_path: Path) -> None:
    text = (DECKS / "reveal.md").read_text(encoding="utf-8")
    deck = exported(published(tmp_path, text))
    assert "<!--\n[1:30]\nThis is a *sum*, not a study.\n\n- one\n- two\n\nASK: Which" in deck
    assert "<aside class=" in deck  # in code, as it was
    assert "\n<aside" not in deck.replace('```html\n<aside class="notes">no', "")


@pytest.mark.parametrize("end", ["first", "last"])
def test_a_slide_without_words_at_either_end_stays(tmp_path: Path, end: str) -> None:
    blank = "background-image: url(x.png)\n"
    words = "\n# a\n\n???\nsaid\n"
    slides = [blank, words] if end == "first" else [words, blank]
    source = "---\ntype: deck\ntitle: T\n---\n" + "---\n".join(slides)
    before = published(tmp_path / "a", source)
    assert len(deck_of(before).body.slides) == 2
    after = published(tmp_path / "b", exported(before))
    assert told(after) == told(before)


def test_what_is_no_word_on_a_slide_parts_lists_and_ends_lines_without_a_trace(
    tmp_path: Path,
) -> None:
    text = "# a\n\n- b\n\n<v-click>\n\n- c\n\n</v-click>\n\n<br>d<br>\n\n<br>\n\n---\n\n# e\n"
    before = published(tmp_path / "a", f"---\ntype: deck\ntitle: T\n---\n\n{text}")
    deck = exported(before)
    assert "- b\n\n* c\n\nd\n\n---\n" in deck
    assert told(published(tmp_path / "b", deck))[:2] == told(before)[:2]


def test_a_note_that_quotes_the_marks_of_a_deck_stays_a_note(tmp_path: Path) -> None:
    marks = '<section data-markdown>\n\n<!-- .slide: data-timing="9" data-notes="x" -->\n\n---'
    text = f"# a\n\n::: notes\nsay\n\n{marks}\n\n<aside class='notes'>\n:::\n\n---\n\n# b\n"
    before = published(tmp_path / "a", f"---\ntype: deck\ntitle: T\n---\n\n{text}")
    body = deck_of(before).body
    assert len(body.slides) == 2
    assert [note.text for note in body.notes] == [f"say\n\n{marks}\n\n<aside class='notes'>"]
    assert told(published(tmp_path / "b", exported(before))) == told(before)


WORD = st.text("abcxyzäß09", min_size=1, max_size=6)
PHRASE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
BLOCK = st.one_of(
    PHRASE.map("x{}".format),
    st.tuples(PHRASE, PHRASE).map(lambda two: f"- x{two[0]}\n- x{two[1]}"),
    st.tuples(PHRASE, PHRASE).map(
        lambda two: f"| x{two[0]} | b |\n| --- | --- |\n| {two[1]} | d |"
    ),
    PHRASE.map("```\n---\n\n--\n???\n# {}\n<!-- x -->\nNote: x\n```".format),
    PHRASE.map("> x{}".format),
    PHRASE.map("![x{}](https://example.org/x.png)".format),
)
NOTE = st.lists(
    st.one_of(PHRASE.map("x{}".format), PHRASE.map("ASK: x{}?".format), st.just("- x\n- y")),
    max_size=3,
).map("\n\n".join)
SLIDE = st.tuples(PHRASE, st.lists(BLOCK, max_size=3), NOTE, st.integers(0, 2))


def comment(note: str) -> str:
    return f"<!--\n{note}\n-->\n" if note else ""


def slide_of(dialect: str, title: str, blocks: list[str], note: str, way: int) -> str:
    """Write a slide for a tool, in one of the ways it knows, with what ends the slide above it."""
    joined = "\n\n".join(blocks)
    if dialect == "marp":
        return f"\n\n{('---', '***', '___')[way]}\n\n# x{title}\n\n{joined}\n\n{comment(note)}"
    if dialect == "headings":
        return f"\n\n## x{title}\n\n{joined}\n\n{comment(note)}"
    if dialect == "slidev":
        line = ("---\n", "---\nlayout: center\nclass: x\n---\n", "-----\n")[way]
        return f"\n{line}\n# x{title}\n\n{joined}\n\n{comment(note)}"
    if dialect == "reveal":
        said = f'<aside class="notes">\n{note}\n</aside>' if way else f"Note:\n{note}"
        line = ("---", "--", "----")[way]
        return f"\n\n{line}\n\n# x{title}\n\n{joined}\n\n{said if note else ''}\n"
    if dialect == "remark":
        stepped = ("\n\n", "\n--\n\n", "\n\n--\n\n")[way].join(blocks)
        said = f"???\n{note}\n" if note else ""
        return f"---\nname: x\nclass: center\n\n# x{title}\n\n{stepped}\n\n{said}"
    said = f"::: {{.notes}}\n{note}\n:::\n" if note else ""
    return f"\n\n{('', '---', '* * *')[way]}\n\n## x{title}\n\n{joined}\n\n{said}"


FRONT = {
    "marp": "marp: true\n",
    "headings": "headingDivider: 2\n",
    "slidev": "mdc: true\n",
    "reveal": "revealOptions: {}\n",
    "remark": "output: xaringan::moon_reader\n",
    "pandoc": "format: revealjs\nslide-level: 2\n",
}


@pytest.mark.parametrize("dialect", FRONT)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(slides=st.lists(SLIDE, min_size=1, max_size=5), time=st.sampled_from(["", "[1:30]\n"]))
def test_slides_and_notes_of_any_dialect_come_back_in_their_order(
    tmp_path: Path, dialect: str, slides: list[tuple[str, list[str], str, int]], time: str
) -> None:
    timed = [
        (title, blocks, time + note if note else "", way) for title, blocks, note, way in slides
    ]
    text = "".join(slide_of(dialect, *one) for one in timed)
    before = published(tmp_path / "a", f"---\ntype: deck\ntitle: T\n{FRONT[dialect]}---\n{text}")
    body = deck_of(before).body
    assert [slide.title for slide in body.slides] == [f"x{title}" for title, *_ in timed]
    expected = [(number, note) for number, (_, _, note, _) in enumerate(timed) if note]
    assert [(note.slide, note.text) for note in body.notes] == expected
    after = published(tmp_path / "b", exported(before))
    assert told(after) == told(before)
