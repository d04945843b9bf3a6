"""
A published asset has no type: its front matter says none, and its path suggests none.

Why reps care: Without a type nobody can filter for it, and the guide does not know what a rep
needs from it.

Wrong:
    title: Pricing 2026

Right:
    title: Pricing 2026
    type: one-pager
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import is_empty, is_in_use, title_of
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?^\1\s*$", re.MULTILINE | re.DOTALL)
_TYPE = re.compile(r"""^type[ \t]*[:=][ \t]*["']?([^\s"'#][^"'#\n]*?)["']?[ \t]*$""", re.MULTILINE)

RULE = described(
    __doc__,
    code="EK110",
    name="unmapped-type",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a published asset that is of no type."""
    if asset.type or is_empty(asset) or not is_in_use(asset):
        return
    names = ", ".join(kind.name for kind in around.config.asset_types)
    written = _written(around.sources.get(asset.path, ""))
    if written is not None:
        word, span = written
        yield RULE.at(
            Span(path=asset.path, line=span[0], column=span[1], end_column=span[1] + len(word)),
            f"`{word}` is no type of asset",
            place="type",
            fix="Name it under `asset_types:` in the project file, or give its folder a type under "
            f"`types:`: {names}",
        )
        return
    yield RULE.at(
        title_of(asset, around),
        f"nobody knows what type of asset “{short(asset.title)}” is",
        fix=f"Add `type:`, or a glob for its folder under `types:` in the project file: {names}",
    )


def _written(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return a type that stands in the front matter and is not ours, with its line and column."""
    front = _FRONT_MATTER.match(text)
    found = _TYPE.search(front[0]) if front else None
    if found is None:
        return None
    line_start = text.rfind("\n", 0, found.start(1)) + 1
    return found[1], (text.count("\n", 0, found.start(1)) + 1, found.start(1) - line_start + 1)
