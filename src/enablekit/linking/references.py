"""References from one asset to another, held against what is there."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from enablekit.encoding.slug import slug
from enablekit.linking.diagnoses import UNKNOWN_ASSET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

_ALIKE = 0.6


class Directory:
    """
    Finds assets by any name an author may use: id, former id, title, path.

    Args:
        assets: The assets, with their final ids.

    """

    def __init__(self, assets: Iterable[Asset]) -> None:
        self._ids: dict[str, str] = {}
        everything = tuple(assets)
        # Weakest names first, so that a stronger name of another asset takes precedence.
        for asset in everything:
            for name in (*asset.aliases, asset.title):
                self._ids[name.casefold()] = asset.id
        # A build for a wider audience has no file names.
        for asset in (one for one in everything if one.path):
            pure = PurePosixPath(asset.path)
            for name in (asset.path, str(pure.with_suffix("")), pure.name):
                self._ids[name.casefold()] = asset.id
        for asset in everything:
            self._ids[asset.id] = asset.id
        self._known = tuple(sorted(asset.id for asset in everything))

    def find(self, name: str) -> str:
        """Return the id of the asset an author means, or an empty text."""
        word = name.strip().removeprefix("./")
        return (
            self._ids.get(word) or self._ids.get(word.casefold()) or self._ids.get(slug(word), "")
        )

    def resolve(self, name: str, span: Span, place: str, findings: list[Finding]) -> str:
        """Return the id of the asset an author means; report a name that leads nowhere."""
        found = self.find(name)
        if not found:
            close = get_close_matches(name, self._known, n=1, cutoff=_ALIKE)
            fix = (
                f"Did you mean `{close[0]}`?"
                if close
                else "Name it by its id, its path or its title"
            )
            message = f"there is no asset `{name}`"
            findings.append(UNKNOWN_ASSET.at(span, message, fix=fix, place=place))
        return found
