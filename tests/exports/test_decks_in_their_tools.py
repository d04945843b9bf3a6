"""Decks as their own tools read them: as many slides, the same words on them, the same notes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from deck_trip import as_deck, deck_of, published

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DECKS = Path(__file__).parent / "decks"
PUBLISHED = Path(os.environ.get("ENABLEKIT_DECKS", "nowhere"))

# The settings of reveal-md (https://github.com/webpro/reveal-md/blob/main/lib/defaults.json).
SHOW = r"""
(text) => {
  const told = { separator: "\\r?\\n---\\r?\\n", "separator-vertical": "\\r?\\n----\\r?\\n",
                 "separator-notes": "^\\s*notes?:" };
  const deck = document.querySelector("section");
  deck.setAttribute("data-markdown", "");
  for (const name in told) deck.setAttribute(`data-${name}`, told[name]);
  deck.appendChild(document.createElement("textarea")).setAttribute("data-template", "");
  deck.firstChild.textContent = text;
  return Reveal.initialize({ plugins: [RevealMarkdown] });
}
"""
SHOWN = """
() => [...document.querySelectorAll(".slides section")]
  .filter((slide) => !slide.querySelector("section"))
  .map((slide) => {
    const notes = [...slide.querySelectorAll("aside.notes")];
    const said = notes.map((note) => note.textContent).join(" ");
    for (const other of [...notes, ...slide.querySelectorAll("pre")]) other.remove();
    return [slide.textContent, said];
  })
"""
# A slide that goes on after a step is one that Remark shows anew; the last `???` of each counts.
PARSE = """
const { createRequire } = require("module");
const Parser = createRequire(process.argv[1] + "/")("remark-slide/src/remark/parser.js");
const words = (parts) =>
  parts.map((part) => typeof part === "string" ? part : words(part.content)).join("");
const found = [];
for (const slide of new Parser().parse(require("fs").readFileSync(0, "utf8"), {})) {
  const last = found[found.length - 1];
  const one = [words(slide.content), words(slide.notes || [])];
  if (slide.properties.continued === "true" && last) one.forEach((text, at) => last[at] += text);
  else found.push(one);
}
process.stdout.write(JSON.stringify(found));
"""

Told = list[tuple[str, str]]


def only_words(text: str) -> str:
    """Return the letters and digits of a text, however it is marked up."""
    return re.sub(r"<[^<>]*>|[\W_]", "", text)


def ours(folder: Path, text: str) -> Told:
    body = deck_of(published(folder, text)).body
    notes = {note.slide: only_words(note.text) for note in body.notes}
    return [
        (only_words(f"{slide.title} {slide.text}"), notes.get(number, ""))
        for number, slide in enumerate(body.slides)
    ]


def told(found: Any) -> Told:  # noqa: ANN401 - what another program printed
    return [(only_words(words), only_words(notes)) for words, notes in found]


def without_front_matter(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def test_reveal_shows_the_same_slides_and_says_the_same_notes(
    tmp_path: Path, browser: Browser, clients: Path
) -> None:
    text = (DECKS / "reveal-plain.md").read_text(encoding="utf-8")
    page = browser.new_page()
    page.set_content('<div class="reveal"><div class="slides"><section></section></div></div>')
    page.add_script_tag(path=clients / "reveal.js/dist/reveal.js")
    page.add_script_tag(path=clients / "reveal.js/dist/plugin/markdown.js")
    page.evaluate(SHOW, without_front_matter(text))
    found = told(page.evaluate(SHOWN))
    page.close()

    assert len(found) == 6
    # A slide without a heading is called by its first words.
    named = [*found[:-1], (found[-1][0] * 2, found[-1][1])]
    assert ours(tmp_path, text) == named


@pytest.mark.parametrize(
    "path", [DECKS / "remark.md", PUBLISHED / "backslide/starter/presentation.md"], ids=str
)
def test_remark_reads_as_many_slides_and_the_same_notes(
    tmp_path: Path, path: Path, clients: Path
) -> None:
    if not path.exists() and not os.environ.get("CI"):
        pytest.skip("this deck is not here")
    text = as_deck(path.read_text(encoding="utf-8"))
    done = subprocess.run(
        ["node", "-e", PARSE, str(clients)], input=without_front_matter(text),
        capture_output=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    expected = told(json.loads(done.stdout))

    assert len(expected) > 4
    assert [notes for _, notes in ours(tmp_path, text)] == [notes for _, notes in expected]


PANDOC = """\
---
title: Fewer disputes
type: deck
theme: league
---

# Why they do not pay

## What it costs

- 2,700 disputes
- 7,020 hours

::: notes
This is a *sum*, not a study.
:::

## In columns

:::::: {.columns}
::: {.column}
before
:::

::: {.column}
=
:::
::::::

<!-- ## An old title -->

# What changes

## Disputes fell

::: incremental
- from 8.6%
- to 3.4%
:::

----------

No heading here

::: {.notes}
Wait.
:::
"""


@pytest.mark.skipif(
    not shutil.which("pandoc") and not os.environ.get("CI"), reason="pandoc is not installed"
)
def test_pandoc_makes_the_same_slides_and_notes(tmp_path: Path) -> None:
    done = subprocess.run(
        ["pandoc", "--from", "markdown", "--to", "revealjs"], input=PANDOC,
        capture_output=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    root = html5lib.parseFragment(done.stdout, treebuilder="etree", namespaceHTMLElements=False)
    expected = []
    for slide in root.iter("section"):
        if not slide.get("class"):
            continue  # it holds a part and is no slide itself
        asides = [one for one in slide.iter("aside") if one.get("class") == "notes"]
        notes = " ".join("".join(one.itertext()) for one in asides)
        heading = next((one for one in slide if one.tag in {"h1", "h2"}), None)
        title = "".join(heading.itertext()) if heading is not None else ""
        expected.append((only_words(title), only_words(notes)))
    found = deck_of(published(tmp_path, PANDOC)).body
    notes_of = {note.slide: only_words(note.text) for note in found.notes}

    assert [one for one, _ in expected] == [
        "Whytheydonotpay", "Whatitcosts", "Incolumns", "Whatchanges", "Disputesfell", "",
    ]  # fmt: skip
    assert [only_words(slide.title) for slide in found.slides[:-1]] == [
        title for title, _ in expected[:-1]
    ]
    assert [notes_of.get(number, "") for number in range(len(found.slides))] == [
        notes for _, notes in expected
    ]
