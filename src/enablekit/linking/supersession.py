"""Which asset replaces which, whoever of the two says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.linking.diagnoses import SUPERSEDED_ACTIVE, SUPERSESSION_BROKEN
from enablekit.model.asset import Status

if TYPE_CHECKING:
    from enablekit.linking.references import Directory
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding


def replacements(
    assets: tuple[Asset, ...], directory: Directory
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """
    Work out what replaces what.

    Returns:
        For each replaced id the id that replaces it directly, without circles; and findings.

    """
    findings: list[Finding] = []
    stated: dict[str, str] = {}
    for asset in assets:
        if asset.superseded_by:
            newer = directory.resolve(
                asset.superseded_by, asset.place("superseded_by"), "superseded_by", findings
            )
            stated[asset.id] = newer
        for name in asset.supersedes:
            older = directory.resolve(name, asset.place("supersedes"), "supersedes", findings)
            if older:
                stated.setdefault(older, asset.id)
    replaced = {older: newer for older, newer in sorted(stated.items()) if newer}
    for asset in assets:
        if asset.id in replaced:
            findings.extend(_trouble(asset, replaced))
    return _without_circles(replaced), tuple(findings)


def _trouble(asset: Asset, replaced: dict[str, str]) -> list[Finding]:
    if asset.id not in _without_circles(replaced):
        message = f"`{asset.id}` is replaced by itself, through `{replaced[asset.id]}`"
        fix = "Keep `superseded_by` only on the older one"
        return [
            SUPERSESSION_BROKEN.at(
                asset.place("superseded_by"), message, fix=fix, place="superseded_by"
            )
        ]
    if asset.status is Status.PUBLISHED:
        message = f"`{asset.id}` is replaced by `{replaced[asset.id]}` and still published"
        fix = "Set `status: retired`"
        return [SUPERSEDED_ACTIVE.at(asset.place("status"), message, fix=fix, place="status")]
    return []


def _without_circles(replaced: dict[str, str]) -> dict[str, str]:
    """Drop every replacement that leads back to where it started; walks, so depth is no limit."""
    sound: dict[str, str] = {}
    for start, newer in replaced.items():
        seen = {start}
        at = newer
        while at in replaced and at not in seen:
            seen.add(at)
            at = replaced[at]
        if at != start:
            sound[start] = newer
    return sound
