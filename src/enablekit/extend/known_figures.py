"""The figures an asset may be quoted with: its own, and those proved elsewhere."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from enablekit.extend.stated_figures import Figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import ProofPoint


def own_text(asset: Asset, around: Surroundings) -> str:
    """
    Return the file of an asset without its guidance; empty where it is not at hand as text.

    It is the text as written, so that nothing which stands in the piece can be missed.
    """
    lines = around.sources.get(asset.path, "").split("\n")
    span = asset.guidance.span
    if span is not None and span.path == asset.path:
        del lines[span.line - 1 : span.end_line]
    return "\n".join(lines).strip()


def known_figures(asset: Asset, around: Surroundings) -> tuple[Figures, ...]:
    """
    Return what the figures of an asset's guidance are looked up in.

    These are its own text and what its files say about it; the sources and scopes of the proof
    points of the whole project; and what is known of the pieces it leads to or links to.
    """
    own = [own_text(asset, around), *_said_about(asset)]
    own += [point.claim for point in asset.guidance.proof_points if is_proved_elsewhere(point)]
    for other in _linked(asset, around):
        own += _offered(other)
    return Figures(*own), around.once(_sources)


def is_proved_elsewhere(point: ProofPoint) -> bool:
    """Tell whether what proves a proof point is not the asset itself."""
    return bool(point.source) and not point.source.startswith("#")


def _said_about(asset: Asset) -> Iterator[str]:
    """Yield what the front matter or the sidecar says about an asset."""
    yield from (asset.id, asset.title, asset.summary, asset.because, asset.url)
    yield from (value for _, value in asset.extra)
    days = (asset.published, asset.updated, asset.expires)
    yield from (day.isoformat() for day in days if day)
    untils = (point.until for point in asset.guidance.proof_points)
    yield from (day.isoformat() for day in untils if day)


def _sources(around: Surroundings) -> Figures:
    return Figures(
        *(
            text
            for asset in around.library.assets
            for point in asset.guidance.proof_points
            for text in (point.scope, unquote(point.source))
        )
    )


def _linked(asset: Asset, around: Surroundings) -> Iterator[Asset]:
    names = [one.id for one in around.library.successors.get(asset.id, ())]
    names += [*asset.supersedes, asset.superseded_by]
    folder = posixpath.dirname(asset.path)
    paths = {
        posixpath.normpath(posixpath.join(folder, unquote(link.url.partition("#")[0])))
        for block in asset.body.blocks
        for link in block.links
        if link.url and "://" not in link.url
    }
    names += [
        around.library.settled[path] for path in sorted(paths & around.library.settled.keys())
    ]
    proofs = {track.proof for track in asset.guidance.talk_track} | {
        objection.proof for objection in asset.guidance.objections
    }
    homes = around.once(_homes_of_proofs)
    names += [homes[proof] for proof in sorted(proofs & homes.keys())]
    for name in dict.fromkeys(names):
        if name != asset.id and name in around.library.by_id:
            yield around.library.by_id[name]


def _homes_of_proofs(around: Surroundings) -> dict[str, str]:
    return {
        point.id: asset.id
        for asset in around.library.assets
        for point in asset.guidance.proof_points
        if point.id
    }


def _offered(asset: Asset) -> Iterator[str]:
    """Yield what is known of another piece: what was drawn from it and what it is proved with."""
    yield from _said_about(asset)
    evidence = asset.evidence
    drawn = (*evidence.key_sentences, *evidence.statistics, *evidence.definitions)
    yield from (one.text for one in drawn)
    if evidence.opening is not None:
        yield evidence.opening.text
    yield from (point.claim for point in asset.guidance.proof_points)
    yield from (one.statement for one in asset.guidance.must_know)
