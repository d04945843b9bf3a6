"""Decks that people published, read as their own tool reads them and brought back from Marp."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from deck_trip import as_deck, deck_of, exported, published, told

DECKS = Path(os.environ.get("ENABLEKIT_DECKS", "nowhere"))
NAMES = ("example.md", "slides.md", "presentation.md")
FOUND = sorted(path.relative_to(DECKS) for path in DECKS.rglob("*.md") if path.name in NAMES)
PARSER = Path(__file__).parent.parent / "clients" / "node_modules" / "@slidev" / "parser"
READ = """
import { readFileSync } from "node:fs";
const { parseSync } = await import(process.argv[1] + "/dist/index.mjs");
const told = JSON.parse(readFileSync(0, "utf8")).map((text) =>
  parseSync(text, "talk.md").slides.map((slide) => slide.note ?? ""));
process.stdout.write(JSON.stringify(told));
"""

pytestmark = pytest.mark.skipif(
    not FOUND and not os.environ.get("CI"), reason="no published decks are here"
)


def read_by_slidev(*decks: str) -> list[list[str]]:
    """Return the notes of each slide of each deck, as Slidev's own parser tells them."""
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", READ, str(PARSER)], input=json.dumps(decks),
        capture_output=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    found: Any = json.loads(done.stdout)
    return [[str(note) for note in deck] for deck in found]


def written(path: Path) -> str:
    return as_deck((DECKS / path).read_text(encoding="utf-8"))


def test_they_are_all_here() -> None:
    assert len(FOUND) == 19


@pytest.mark.parametrize("path", FOUND, ids=str)
def test_it_comes_back_from_marp_with_its_slides_notes_and_times(
    tmp_path: Path, path: Path
) -> None:
    before = published(tmp_path / "a", written(path))
    after = published(tmp_path / "b", exported(before))

    assert len(deck_of(before).body.slides) > 3
    assert told(after) == told(before)


@pytest.mark.skipif(not PARSER.exists() and not os.environ.get("CI"), reason="no Slidev is here")
def test_slidev_reads_as_many_slides_and_the_same_notes(tmp_path: Path) -> None:
    decks = [path for path in FOUND if "slidev" in str(path)]
    texts = [written(path) for path in decks]
    wrong = []
    for path, text, expected in zip(decks, texts, read_by_slidev(*texts), strict=True):
        body = deck_of(published(tmp_path / path.parent, text)).body
        said = dict.fromkeys(range(len(body.slides)), "")
        said |= {note.slide: note.text for note in body.notes}
        if [one.split() for one in said.values()] != [one.split() for one in expected]:
            wrong.append((str(path), len(said), len(expected)))

    assert len(decks) == 18
    assert not wrong
