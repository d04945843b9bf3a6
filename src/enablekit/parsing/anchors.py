"""Ids of headings, each once in an asset."""

from __future__ import annotations

import re

from enablekit.encoding.slug import slug

_FIT = re.compile(r"[\w.][\w.-]*")


class Anchors:
    """
    The ids given so far.

    A second heading of the same words gets `-1` after its id, a third `-2`, as on GitHub.
    """

    __slots__ = ("_next", "_taken")

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def of_heading(self, written: str | None, text: str) -> str:
        """
        Return the id of a heading.

        Args:
            written: The id in `{#…}`, if its author wrote one.
            text: The words of the heading.

        """
        if written and _FIT.fullmatch(written):
            return self.unique(written)
        return self.unique(slug(written or text))

    def unique(self, wanted: str) -> str:
        """Return an id that was not given yet, the wanted one if possible."""
        name, number = wanted, self._next.get(wanted, 1)
        while name in self._taken:
            name = f"{wanted}-{number}"
            number += 1
        self._next[wanted] = number
        self._taken.add(name)
        return name
