"""Decides which programs are measured with a number of assets, and says which are left out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import copying
import enablekit_site
import hugo_site
import installed
import mkdocs_site
import rounds
import zensical_site

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from measuring import Bench
    from program import Peer, Program
    from rounds import Built

# From quick to slow, so that what is near to us in time is also measured near to us.
PEERS = (hugo_site.PEER, mkdocs_site.PEER, zensical_site.PEER)
_SLOW_ALONE = 1_000


def versions(peers: Collection[str]) -> str:
    """Say which releases are measured."""
    packages = ["enablekit", *(one.package for one in PEERS if one.package in peers and one.find())]
    return ", ".join(f"{one} {installed.version(one)}".strip() for one in packages)


def enter(
    bench: Bench, count: int, *, peers: Collection[str], patient: bool
) -> tuple[list[Built], list[str]]:
    """
    Let every program build so many assets for the first time, ours before all others.

    Args:
        bench: Where to build.
        count: How many assets.
        peers: Packages of the peers that are wanted.
        patient: Whether builds that take minutes are wanted too.

    Returns:
        The programs with their first builds, and a sentence for each that is left out.

    """
    place = bench.scratch / str(count)
    left_out: list[str] = []
    everyone = [rounds.first(bench, enablekit_site.set_up(place / "ours", count))]
    wanted = [peer for peer in PEERS if peer.package in peers]
    quick = [peer for peer in wanted if peer.slow_above is None]
    slow = [peer for peer in wanted if peer.slow_above is not None]
    programs = (
        *_copy(everyone[0], left_out),
        *_present(quick, place, count, left_out),
        *_alone(everyone[0], count, left_out, patient=patient),
        *_present(_bearable(slow, count, left_out, patient=patient), place, count, left_out),
    )
    return [*everyone, *(rounds.first(bench, program) for program in programs)], left_out


def _copy(ours: Built, left_out: list[str]) -> Iterator[Program]:
    program = copying.set_up(ours.output)
    if program is None:
        left_out.append("Copying the output is left out: there is no `cp` here.")
    else:
        yield program


def _present(
    peers: Iterable[Peer], place: Path, count: int, left_out: list[str]
) -> Iterator[Program]:
    for peer in peers:
        found = peer.find()
        if found is None:
            left_out.append(
                f"{peer.name} is left out: it is not installed (pip install {peer.package})."
            )
        else:
            yield peer.set_up(found, place / peer.package, count)


def _alone(ours: Built, count: int, left_out: list[str], *, patient: bool) -> Iterator[Program]:
    """Build with two processes and with one; with two processors two is the default already."""
    if count > _SLOW_ALONE and not patient:
        left_out.append(
            f"enablekit with one process is left out above {_SLOW_ALONE:,} assets; "
            "--slow-peers measures it."
        )
        return
    if os.cpu_count() != 2:
        yield enablekit_site.with_jobs(ours.program.project, 2)
    yield enablekit_site.with_jobs(ours.program.project, 1)


def _bearable(
    peers: Iterable[Peer], count: int, left_out: list[str], *, patient: bool
) -> Iterator[Peer]:
    for peer in peers:
        if patient or peer.slow_above is None or count <= peer.slow_above:
            yield peer
        else:
            left_out.append(
                f"{peer.name} is left out above {peer.slow_above:,} assets, where a build takes "
                "minutes; --slow-peers measures it."
            )
