from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enablekit.exporters import marp_deck
from enablekit.model.parcel import Parcel
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
CLIENTS = Path(__file__).parent.parent / "clients" / "node_modules"
MARP = Path(os.environ.get("ENABLEKIT_MARP") or CLIENTS / "@marp-team/marp-core")
needs_marp = pytest.mark.skipif(
    not MARP.exists() and not os.environ.get("CI"), reason="marp-core is not installed"
)
RENDER = """
const { createRequire } = require("module");
const { Marp } = createRequire(process.argv[1] + "/package.json")("@marp-team/marp-core");
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const told = asked.map((text) => {
  const { html, comments } = new Marp().render(text, { htmlAsArray: true });
  return { html, comments };
});
process.stdout.write(JSON.stringify(told));
"""


def rendered(*decks: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["node", "-e", RENDER, str(MARP)], input=json.dumps(decks), capture_output=True,
        encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def words(html: str) -> str:
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return " ".join("".join(root.itertext()).split())


def exported(folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "talk.md").write_text(text, encoding="utf-8")
    publication = load(folder, now="2026-11-01")
    return made(Parcel(publication=publication, compiled=publication.compiled))


def made(parcel: Parcel) -> str:
    (data,) = marp_deck.files(parcel).values()
    return data.decode()


DECK = "---\ntype: deck\ntitle: {title}\n---\n\n{body}"


def test_the_front_matter_says_what_it_is(tmp_path: Path) -> None:
    head = exported(tmp_path, DECK.format(title="'a: \"b\"'", body="# a\n")).split("---\n")[1]
    assert "marp: true\n" in head
    assert 'title: "a: \\"b\\""\n' in head
    assert 'lang: "en"\n' in head
    assert "audience: internal\n" in head
    assert "# Field guide · Built for: internal. Do not forward. 1 November 2026\n" in head


def test_what_stands_on_slides_survives(tmp_path: Path) -> None:
    body = (
        "# a\n\n- one\n  1. two\n\n     more\n- [x] three\n\n* other list\n\n"
        "| a | b |\n| :-: | - |\n| `x\\|y` | *z* |\n\n````md\n```\nx\n```\n````\n\n"
        '> q\n>\n> - p\n\n![alt](https://a.example/b.png "t")\n\n'
        "Text[^1] with <https://a.example/(x)>, ~~old~~ and a\\\nbreak.\n\n[^1]: Note.\n"
    )
    once = exported(tmp_path / "a", DECK.format(title="t", body=body))
    assert exported(tmp_path / "b", once) == once
    for part in (
        "- one\n  1. two\n\n     more", "- [x] three", "* other list", "| `x\\|y` | *z* |",
        "````md\n```\nx\n```\n````", "> q\n>\n> - p", '![alt](https://a.example/b.png "t")',
        "Text[^1] with", "(<https://a.example/(x)>)", "~~old~~", "a\\\nbreak.", "[^1]: Note.",
    ):  # fmt: skip
        assert part in once, part


def test_a_note_cannot_end_its_comment_or_become_a_setting(tmp_path: Path) -> None:
    body = "# a\n\n???\nclass: lead is what we say --> here.\n\n---\n\n"
    body += "# b\n\n::: notes\na --!> b\n:::\n"
    once = exported(tmp_path / "a", DECK.format(title="t", body=body))
    assert "<!--\nSAY: class: lead is what we say --\\> here.\n-->" in once
    assert "a --!\\> b" in once
    (tmp_path / "b").mkdir()
    (tmp_path / "b/talk.md").write_text(once, encoding="utf-8")
    (compiled,) = load(tmp_path / "b", now="2026-11-01").compiled
    assert [one.text for beat in compiled.notes.beats for one in beat.say] == [
        "class: lead is what we say --> here.", "a --!> b"
    ]  # fmt: skip


def test_an_asset_that_is_no_deck_becomes_one_that_is_read_again(
    checkout: Path, tmp_path: Path
) -> None:
    publication = load(checkout / "examples/meridian", now="2026-11-01")
    (one,) = (each for each in publication.compiled if each.guide.asset.id == "cost-of-disputes")
    text = made(Parcel(publication=publication, compiled=(one,)))
    (tmp_path / "talk.md").write_text(text, encoding="utf-8")
    (again,) = load(tmp_path, now="2026-11-01").compiled
    steps = again.notes.beats[1 : 1 + len(one.notes.beats)]
    assert [beat.title for beat in steps] == [beat.title for beat in one.notes.beats]
    assert [beat.seconds for beat in steps] == [beat.seconds for beat in one.notes.beats]
    for now, before in zip(steps, one.notes.beats, strict=True):
        assert now.say[0].text == before.say[0].text
        assert [cue.text for cue in now.ask] == [cue.text for cue in before.ask]
        assert [cue.text for cue in now.show] == [cue.text for cue in before.show]
        assert now.if_asked == before.if_asked


def test_the_same_deck_has_the_same_bytes(tmp_path: Path) -> None:
    text = DECK.format(title="t", body="# a\n\n- b\n")
    assert exported(tmp_path, text) == exported(tmp_path, text)


def test_what_must_not_be_used_says_so_on_every_slide(tmp_path: Path) -> None:
    text = DECK.format(title="t\nstatus: retired\nbecause: It is old", body="# a\n")
    assert 'header: "Do not use this any more. It is old"\n' in exported(tmp_path, text)


@needs_marp
def test_marp_shows_every_slide_and_keeps_every_note(checkout: Path) -> None:
    publication = load(checkout / "examples/meridian", now="2026-11-01")
    presented = [one for one in publication.compiled if not marp_deck.lacks(one)]
    decks = [made(Parcel(publication=publication, compiled=(one,))) for one in presented]
    for one, told in zip(presented, rendered(*decks), strict=True):
        asset = one.guide.asset
        if not asset.body.slides:
            assert len(told["html"]) >= len(one.notes.beats) + 1
            continue
        assert len(told["html"]) == len(asset.body.slides)
        notes = {note.slide: note.text for note in asset.body.notes}
        assert told["comments"] == [
            [notes[number]] if number in notes else [] for number in range(len(asset.body.slides))
        ]
        for slide, html in zip(asset.body.slides, told["html"], strict=True):
            assert set(slide.text.split()) <= set(words(html.replace("<", " <")).split())


# Marp draws symbols as pictures, so they are not among the words of a page.
PRINTED = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "So"]
)


@needs_marp
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(PRINTED, min_size=1, max_size=30), min_size=8, max_size=8))
def test_marp_shows_any_words_as_words(tmp_path: Path, texts: list[str]) -> None:
    summaries = [text.replace("\\", "\\\\").replace('"', '\\"') for text in texts]
    source = '---\ntitle: t\nsummary: "x{}x"\nenablement:\n'
    source += "  presenting: [{{title: s, say: b}}]\n---\n"
    decks = []
    said = []
    for each in summaries:
        decks.append(exported(tmp_path, source.format(each)))
        (compiled,) = load(tmp_path, now="2026-11-01").compiled
        said.append(compiled.guide.asset.summary)
    for summary, told in zip(said, rendered(*decks), strict=True):
        assert "".join(summary.split()) in "".join(words(told["html"][0]).split())
        assert len(told["html"]) == 2
