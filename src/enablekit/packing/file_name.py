"""Names of exported files."""

from __future__ import annotations

from enablekit.encoding.slug import slug


def file_name(asset_id: str, ending: str) -> str:
    """
    Return the name of the file of an asset: its id and an ending.

    An id with slashes lies in folders, as its pages do on the site: written with hyphens, `a/b` and
    `a-b` would be one file.
    """
    return "/".join(slug(part) for part in asset_id.split("/") if part) + ending
