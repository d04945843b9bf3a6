"""Guidance that was proposed and not yet confirmed, whatever field it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry
from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.encoding.wording import Wording
    from enablekit.site.markup import Linked
    from enablekit.site.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """
    One proposed entry.

    Attributes:
        field: The field it is for, in words.
        words: What it says: the part in words, and the text.
        place: Where it waits to be confirmed.

    """

    field: str
    words: tuple[tuple[str, str], ...]
    place: Linked


def drafts_of(guidance: Guidance, places: Places, wording: Wording) -> tuple[Draft, ...]:
    """Return every entry of the unconfirmed layer that says something, in the order of fields."""
    if guidance == _NOTHING:
        return ()
    return tuple(_drafts(guidance, places, wording))


_NOTHING = Guidance()


def _drafts(guidance: Guidance, places: Places, wording: Wording) -> Iterator[Draft]:
    for declared, _ in described(Guidance):
        value = getattr(guidance, declared.name)
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, GuidanceEntry):
                words = tuple(_words(entry, wording))
                if words:
                    field = wording.say(field_name(key_of(declared)))
                    yield Draft(field=field, words=words, place=places.drawn_from(entry))


def _words(entry: GuidanceEntry, wording: Wording) -> Iterator[tuple[str, str]]:
    for declared, _ in described(type(entry)):
        value = getattr(entry, declared.name)
        for part in value if isinstance(value, tuple) else (value,):
            # Entries inside entries, such as the answers in a beat, are shown once confirmed.
            if part and not isinstance(part, GuidanceEntry):
                yield wording.say(field_name(key_of(declared))), str(part)


def field_name(key: str) -> str:
    """Return a field as people read it: `Talk track`."""
    if key == "tldr":
        return keys("In short")
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]
