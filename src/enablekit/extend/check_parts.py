"""The parts of a check: what everyone must know of an asset, and which items ask it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from enablekit.extend.item_making import normalised

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.item import Check

_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPart:
    """
    Something everyone must know, as a check asks it.

    Attributes:
        id: The id of the must-know in its asset.
        statement: The statement.
        digest: Twelve hex digits of SHA-256 over the statement's words: with other words, whoever
            learned it before is asked again.
        items: The ids of the items that ask it.

    """

    id: str
    statement: str
    digest: str
    items: tuple[str, ...]


def parts_of(asset: Asset, check: Check) -> tuple[CheckPart, ...]:
    """Return the must-knows that a check has items for, in the order of the guidance."""
    parts = []
    for known in asset.guidance.must_know:
        items = tuple(item.id for item in check.pool if known.id and item.tests == known.id)
        if items:
            digest = hashlib.sha256(normalised(known.statement).encode("utf-8", "replace"))
            part = CheckPart(
                id=known.id,
                statement=known.statement,
                digest=digest.hexdigest()[:_DIGITS],
                items=items,
            )
            parts.append(part)
    return tuple(parts)


def parts_key(parts: tuple[CheckPart, ...]) -> str:
    """Return id and digest of each part for a script: `mk-1:0a1b2c3d4e5f mk%202:5f4e3d2c1b0a`."""
    return " ".join(f"{quote(one.id, safe='')}:{one.digest}" for one in parts)
