"""Decks as Markdown for Marp, with the notes in comments: a file an asset."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from enablekit.packing import deck_notes
from enablekit.packing.block_markdown import block_markdown, heading, plain_words
from enablekit.packing.deck import lacks_slides, slides
from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.printable import printable
from enablekit.parsing.spoken_notes import is_instruction

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.parcel import Parcel
    from enablekit.packing.deck import DeckSlide

NAME = "marp"
SUMMARY = "decks as Markdown for Marp, with notes"

lacks = lacks_slides

# A slide without words, which would else be taken for none at either end of a deck.
_EMPTY = "<!-- _class: empty -->"
_CONTROL = re.compile("[\x7f-\x9f]")
_SETTING = re.compile(r"\s*[_$]?\w+\s*:")
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write a deck for each asset."""
    editions = (Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled)
    return {
        file_name(one.asset.id, ".marp.md"): _written(one).encode("utf-8", "replace")
        for one in editions
    }


def _written(edition: Edition) -> str:
    shown = [_slide(one, edition) or _EMPTY for one in slides(edition)]
    return _head(edition) + "\n\n---\n\n".join(shown).rstrip("\n") + "\n"


def _head(edition: Edition) -> str:
    """Return the front matter: what Marp needs, and what keeps the deck what it is when read."""
    asset, publication = edition.asset, edition.publication
    settings = {"title": asset.title, "lang": asset.language, "language": asset.language}
    if edition.notice:
        settings["header"] = plain_words(edition.notice)
    unwritten = "" if asset.body.slides else edition.unwritten()
    told = (edition.trust, unwritten, edition.foot)
    about = [f"# {_one_line(part)}" for part in told if part]
    return "\n".join(
        [
            "---", "marp: true", "type: deck",
            f"audience: {publication.audience.word}",
            *(f"{key}: {_quoted(words)}" for key, words in settings.items()),
            "paginate: true", *about, "---", "", "",
        ]
    )  # fmt: skip


def _quoted(words: str) -> str:
    """Return words as a string that JSON and YAML read alike."""
    return json.dumps(_one_line(words), ensure_ascii=False)


def _one_line(words: str) -> str:
    return _CONTROL.sub("\ufffd", printable(" ".join(words.split())))


def _slide(slide: DeckSlide, edition: Edition) -> str:
    bare = slide.headed and slide.heading is None
    parts = [heading(1 if slide.opening else 2, slide.title)] if bare else []
    keep = _kept(edition)
    above = ""
    other = False
    for block in slide.blocks:
        kind = f"{block.kind}{block.ordered}"
        changed = kind == above and block.kind == "list" and not other
        written = block_markdown(block, keep, other=changed)
        if written:  # what leaves nothing parts no lists either
            parts.append(written)
            above, other = kind, changed
    if slide.opening:
        parts += [plain_words(one) for one in slide.points]
    elif slide.points:
        parts.append("\n".join(f"- {plain_words(one)}" for one in slide.points))
    note = slide.written or deck_notes.lines(slide, edition)
    if note:
        parts.append(f"<!--\n{_note(note)}\n-->")
    return "\n\n".join(part for part in parts if part)


def _note(text: str) -> str:
    """
    Return a note that ends where its comment does, and that is taken for a note.

    Marp reads a comment as settings if it is YAML with one of its names
    (https://marpit.marp.app/directives); a label before such words keeps it a note.
    """
    inside = text.replace("-->", "--\\>").replace("--!>", "--!\\>")
    first, *rest = inside.split("\n")
    guarded = [f"SAY: {first}" if is_instruction(inside) else first]
    guarded += [
        f"SAY: {one}" if _SETTING.match(one) and is_instruction(one) else one for one in rest
    ]
    return "\n".join(guarded)


def _kept(edition: Edition) -> Callable[[str], bool]:
    """Return what tells whether an address may stand: names of files stay between colleagues."""
    return lambda url: edition.internal or bool(_WHOLE.match(url))
