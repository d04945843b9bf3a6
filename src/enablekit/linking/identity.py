"""Every asset gets an id of its own, also where two files would share an address."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from enablekit.encoding.slug import collision_key
from enablekit.linking.diagnoses import DUPLICATE_ID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding


def settle(assets: Iterable[Asset]) -> tuple[tuple[Asset, ...], tuple[Finding, ...]]:
    """
    Order assets by path and make their ids unique; the first keeps its id, others get a number.

    Returns:
        The assets ordered by id, and an error for each id that had to change.

    """
    taken: dict[str, Asset] = {}
    findings: list[Finding] = []
    for asset in sorted(assets, key=lambda one: one.path):
        key = collision_key(asset.id)
        if key not in taken:
            taken[key] = asset
            continue
        first = taken[key]
        free = _free_id(asset.id, taken)
        findings.append(
            DUPLICATE_ID.at(
                asset.place("id"),
                f"`{asset.path}` and `{first.path}` have the same id `{first.id}`",
                fix=f"Give one of them another `id:`; until then this one is `{free}`",
            )
        )
        taken[collision_key(free)] = dataclasses.replace(asset, id=free)
    settled = tuple(sorted(taken.values(), key=lambda one: one.id))
    return settled, tuple(findings)


def _free_id(wanted: str, taken: dict[str, Asset]) -> str:
    number = 2
    while collision_key(f"{wanted}-{number}") in taken:
        number += 1
    return f"{wanted}-{number}"
