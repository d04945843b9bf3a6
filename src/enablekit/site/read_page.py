"""What the template of an asset's own text is filled with."""

from __future__ import annotations

from typing import Any

from enablekit.encoding.wording import direction
from enablekit.site.asset_links import AssetLinks
from enablekit.site.asset_pages import AssetPages, piece_of
from enablekit.site.markup import passages, repeats_title


def read_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the template of the asset's text."""
    asset = pages.asset
    first = asset.body.blocks[0] if asset.body.blocks else None
    links = AssetLinks(
        asset=asset,
        file=pages.compiled.file,
        root=f"{pages.root}../",
        ids=pages.frame.ids,
        source=pages.frame.source,
    )
    heading = first if first is not None and repeats_title(first, asset) else None
    return pages.values("read") | {
        "passages": list(passages(asset, relinked=links.relinked)),
        "title_line": f"L{heading.span.line}" if heading else "",
        "title_anchor": f"s-{heading.anchor}" if heading and heading.anchor else "",
        "asset_language": asset.language,
        "asset_direction": direction(asset.language),
        "words": pages.frame.wording.length(asset.body.words, asset.language),
        "piece": piece_of(asset),
        "path": asset.path,
    }
