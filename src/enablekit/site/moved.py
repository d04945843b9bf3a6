"""Pages at the former ids of assets, which lead on to where the guide is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.slug import collision_key
from enablekit.site.links import check_path, guide_path, href, present_path, read_path, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.site.frame import Frame


def moved_pages(frame: Frame) -> Iterator[tuple[str, dict[str, Any]]]:
    """
    Return path and values of a page for each former id.

    A former address on a website, which begins with a scheme or a slash, is not one of ours to
    answer. An id that a piece has now, and one that two pieces had, lead to the first.
    """
    known_as = [one.guide.asset for one in frame.publication.compiled if one.guide.asset.aliases]
    if not known_as:
        return
    pages = (guide_path, present_path, check_path, read_path)
    taken = {collision_key(path(one)) for one in frame.cards for path in pages}
    for asset in known_as:
        for alias in asset.aliases:
            path = guide_path(alias)
            ours = alias.strip("/") and not alias.startswith("/") and ":" not in alias
            if not ours or collision_key(path) in taken:
                continue
            taken.add(collision_key(path))
            to = href(root_of(path), guide_path(asset.id))
            yield (
                path,
                frame.shared(path)
                | {
                    "card": frame.cards[asset.id],
                    "to": to,
                    "refresh": f"0; url={to}",
                },
            )
