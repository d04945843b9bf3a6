"""What everybody reads after answering, whatever the answer was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item


def explanation(item: Item, wording: Wording) -> tuple[str, ...]:
    """Return why the key is right, and that nobody has confirmed it where nobody has."""
    why = (wording.told(item.rationale),) if item.rationale else ()
    drawn = (wording.say("Drawn from the text and confirmed by nobody"),) if item.drawn else ()
    return (*why, *drawn)
