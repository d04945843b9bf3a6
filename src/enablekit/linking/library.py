"""Assets become a library: identities, replacements, what leads to what, and for whom."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from enablekit.linking import (
    audience,
    freshness,
    identity,
    programs,
    supersession,
    words_in_use,
)
from enablekit.linking.references import Directory
from enablekit.model.audience import Audience
from enablekit.model.library import Badge, Library, Successor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from enablekit.config.project import Config
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding


def link(
    assets: Iterable[Asset], config: Config, reader: Audience, today: dt.date
) -> tuple[Library, tuple[Finding, ...]]:
    """
    Connect assets and cut the result down to what one audience may read.

    Args:
        assets: The assets to publish, in any order.
        config: The project's decisions.
        reader: For whom the library is made.
        today: The day that decides what is due.

    """
    settled, findings = identity.settle(assets)
    directory = Directory(settled)
    replaced, trouble = supersession.replacements(settled, directory)
    _, dangling = _successors(settled, directory)
    missing = programs.unknown_steps(config.programs, settled, directory)
    badges = _badges(settled, config, replaced, today)
    visible = [one for one in (audience.narrow(asset, reader) for asset in settled) if one]
    ids = _without_replaced({asset.id for asset in visible}, replaced)
    replaced = {older: newer for older, newer in replaced.items() if older in ids}
    shown = tuple(
        dataclasses.replace(asset, superseded_by=replaced.get(asset.id, ""))
        for asset in visible
        if asset.id in ids
    )
    # Worked out again from what is left: a condition may be written for fewer eyes.
    successors, _ = _successors(shown, directory)
    library = Library(
        assets=shown,
        by_id={asset.id: asset for asset in shown},
        vocabulary=words_in_use.vocabulary(shown, config.vocabulary),
        audience=reader,
        language=config.language,
        # A badge says who verified what and when: that stays inside.
        settled={asset.path: asset.id for asset in settled},
        badges=badges if reader is Audience.INTERNAL else {},
        replaced_by=replaced,
        programs=programs.programs(config.programs, shown, directory, reader),
        successors={
            name: tuple(one for one in following if one.id in ids)
            for name, following in successors.items()
        },
    )
    return library, (*findings, *trouble, *dangling, *missing)


def cut(asset: Asset, library: Library) -> Asset | None:
    """
    Return an asset as it stands in a library that was linked from less than all of its text.

    Args:
        asset: The asset as it was parsed.
        library: A library that was linked with at least its front matter.

    Returns:
        The asset under its final id, cut down to what the library's audience may read; None when
        that audience may not see it.

    """
    shown = library.by_id.get(library.settled.get(asset.path, ""))
    narrowed = audience.narrow(asset, library.audience) if shown else None
    if shown is None or narrowed is None:
        return None
    return dataclasses.replace(narrowed, id=shown.id, superseded_by=shown.superseded_by)


def _without_replaced(ids: set[str], replaced: Mapping[str, str]) -> set[str]:
    """
    Leave out what is replaced by a piece that this audience does not see.

    It is out of use, and nothing may name the other, not even as what replaces it.
    """
    while over := {older for older, newer in replaced.items() if older in ids and newer not in ids}:
        ids = ids - over
    return ids


def _successors(
    assets: tuple[Asset, ...], directory: Directory
) -> tuple[dict[str, tuple[Successor, ...]], list[Finding]]:
    findings: list[Finding] = []
    successors: dict[str, tuple[Successor, ...]] = {}
    for asset in assets:
        following: dict[str, Successor] = {}
        for number, one in enumerate(asset.guidance.next, start=1):
            found = directory.resolve(one.asset, one.span, f"next {number}", findings)
            if found:
                following.setdefault(found, Successor(id=found, when=one.when))
        successors[asset.id] = tuple(following.values())
    return successors, findings


def _badges(
    assets: tuple[Asset, ...], config: Config, replaced: dict[str, str], today: dt.date
) -> dict[str, Badge]:
    titles = {asset.id: asset.title for asset in assets}
    names = {person.id: person.name for person in config.vocabulary.people}
    return {
        asset.id: freshness.badge(
            asset,
            config.asset_type(asset.type),
            today,
            words=config.vocabulary,
            replaced_by=titles.get(replaced.get(asset.id, ""), ""),
            checked_by=_checked_by(asset, names),
        )
        for asset in assets
    }


def _checked_by(asset: Asset, names: dict[str, str]) -> str:
    record = asset.guidance.verified
    return names.get(record.by, record.by) if record else ""
