"""What is said of an asset as a whole: whether it is in use, and the words that stand for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.where_written import first_line
from enablekit.model.asset import Status
from enablekit.model.span import Span

if TYPE_CHECKING:
    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset

_TEXTS = (".md", ".mdx", ".markdown")
_GUIDANCE = re.compile(r"^[^\w\n]*(enablement)\b", re.MULTILINE)


def is_in_use(asset: Asset) -> bool:
    """Tell whether reps are meant to use an asset: it is published and nothing replaced it."""
    return asset.status is Status.PUBLISHED and not asset.superseded_by


def is_empty(asset: Asset) -> bool:
    """Tell whether a file holds nothing at all, not even a title: one finding says so."""
    nothing = asset.title_from == "file name" and not asset.body.blocks and not asset.url
    return nothing and asset.path.endswith(_TEXTS)


def title_of(asset: Asset, around: Surroundings | None = None) -> Span:
    """Return where the title stands, else where the file begins."""
    written = dict(asset.places).get("title")
    if written is not None:
        return first_line(written, around)
    heading = next((one for one in asset.body.blocks if one.kind == "heading"), None)
    if asset.title_from == "heading" and heading is not None and heading.text == asset.title:
        return first_line(heading.span, around)
    return first_line(asset.span, around)


def guidance_of(asset: Asset, around: Surroundings) -> Span:
    """Return where the guidance begins: its key, else its first line."""
    span = asset.guidance.span or asset.span
    found = _GUIDANCE.search(around.sources.get(span.path, ""))
    if found is None:
        return first_line(span, around)
    text, (start, end) = found.string, found.span(1)
    line_start = text.rfind("\n", 0, start) + 1
    return Span(
        path=span.path,
        line=text.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        end_column=end - line_start + 1,
    )
