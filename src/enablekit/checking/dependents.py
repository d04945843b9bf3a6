"""Which assets rest on which, so that a check of a change looks at all it touches."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from enablekit.model.library import Library


def touched(
    changed: Iterable[str], library: Library, links: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """
    Return the files that a change of some files touches: themselves, and what shows them.

    An asset rests on those it links, names as what comes next, replaces or is replaced by.

    Args:
        changed: The changed files.
        library: Every asset.
        links: The files that each file's text links.

    """
    paths = {asset: path for path, asset in library.settled.items()}
    rests_on: dict[str, set[str]] = defaultdict(set)
    for path, targets in links.items():
        for target in targets:
            rests_on[target].add(path)
    for asset in library.assets:
        named = [one.id for one in library.successors.get(asset.id, ())]
        named += [asset.superseded_by, *asset.supersedes]
        for other in named:
            if other in paths:
                rests_on[paths[other]].add(paths[asset.id])
    found: set[str] = set()
    for path in changed:
        found |= {path, *rests_on[path]}
    return frozenset(found)
