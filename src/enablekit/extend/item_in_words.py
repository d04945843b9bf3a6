"""An item in the words of a language: what stages say in English, said differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item


def in_words(item: Item, wording: Wording) -> Item:
    """Return an item that asks and answers in the words of a catalogue; content stays as it is."""
    return replace(
        item,
        stem=wording.told(item.stem),
        rationale=wording.told(item.rationale),
        objective=wording.told(item.objective),
        groups=tuple(wording.say(group) for group in item.groups),
        options=tuple(
            replace(one, text=wording.told(one.text), feedback=wording.told(one.feedback))
            for one in item.options
        ),
    )
