"""What a deck says before and after it was exported to Marp, for tests that compare the two."""

from __future__ import annotations

from pathlib import Path

from enablekit.exporters import marp_deck
from enablekit.model.asset import Asset
from enablekit.model.notes import Beat
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Publication
from enablekit.usecases.load import load


def published(folder: Path, text: str) -> Publication:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "talk.md").write_text(text, encoding="utf-8")
    return load(folder, now="2026-11-01")


def as_deck(text: str) -> str:
    """Return a deck whose front matter says that it is one."""
    head = "---\ntype: deck\n"
    return head + (text.removeprefix("---\n") if text.startswith("---") else f"---\n{text}")


def deck_of(publication: Publication, name: str = "") -> Asset:
    found = [one.guide.asset for one in publication.compiled]
    return next(one for one in found if not name or one.id == name)


def exported(publication: Publication, name: str = "") -> str:
    asked = tuple(one for one in publication.compiled if name in {"", one.guide.asset.id})
    (data,) = marp_deck.files(Parcel(publication=publication, compiled=asked)).values()
    return data.decode()


def words(asset: Asset) -> list[list[str]]:
    return [slide.text.split() for slide in asset.body.slides]


def said(publication: Publication, name: str = "") -> list[tuple[object, ...]]:
    compiled = next(one for one in publication.compiled if name in {"", one.guide.asset.id})

    def told(beat: Beat) -> tuple[object, ...]:
        texts = [tuple(cue.text for cue in cues) for cues in (beat.say, beat.ask, beat.show)]
        asked = [(one.they_ask, one.answer) for one in beat.if_asked]
        then = beat.transition.text if beat.transition else ""
        return (beat.title, beat.seconds, beat.stated, *texts, asked, then)

    return [told(beat) for beat in compiled.notes.beats]


def told(publication: Publication) -> tuple[object, ...]:
    """Return the slides of a deck with their words, its notes, and what is to be said."""
    asset = deck_of(publication)
    return (
        [(slide.title, slide.text.split()) for slide in asset.body.slides],
        [(note.slide, note.text) for note in asset.body.notes],
        said(publication),
    )
