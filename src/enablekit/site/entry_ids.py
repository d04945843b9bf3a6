"""Ids of entries on a guide, which other pages lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.slug import slug

if TYPE_CHECKING:
    from enablekit.model.guidance import Guidance

_LONGEST = 48


def entry_id(prefix: str, words: str, taken: set[str]) -> str:
    """Return an id that stays the same while other entries come and go, and note it as taken."""
    base = name = f"{prefix}-{slug(words)[:_LONGEST].strip('-')}"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def objection_ids(guidance: Guidance) -> tuple[str, ...]:
    """Return the id of each objection on its guide, in their order."""
    taken: set[str] = set()
    return tuple(entry_id("objection", one.they_say, taken) for one in guidance.objections)


def proof_ids(guidance: Guidance) -> tuple[str, ...]:
    """Return the id of each proof point on its guide, in their order."""
    taken: set[str] = set()
    return tuple(entry_id("proof", one.id or one.claim, taken) for one in guidance.proof_points)
