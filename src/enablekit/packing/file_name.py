"""Names of exported files."""

from __future__ import annotations

from enablekit.encoding.slug import slug


def file_name(asset_id: str, ending: str) -> str:
    """Return the name of the file of an asset: its id with hyphens for slashes, and an ending."""
    return "-".join(slug(part) for part in asset_id.split("/") if part) + ending
