"""What a search through the whole text knows of one guide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """
    One guide as full-text search knows it; it holds only what its audience may read.

    Attributes:
        url: The address of the guide, seen from the site's first folder.
        content: All its words, in the order of their worth.
        meta: What a result shows besides, by name.
        filters: For each filter, the values the guide has, as people read them.

    """

    url: str
    content: str
    meta: tuple[tuple[str, str], ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
