"""The file in an output folder that says enablekit made it, and which files are its own."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.output import OutputTree

NAME = ".enablekit-output"

_FIRST_LINE = "# Made by enablekit: these files are replaced or removed by the next build."
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def rendered(tree: OutputTree) -> bytes:
    """
    Write the marker of a tree.

    After the first line it is what `sha256sum` prints, so `sha256sum --check .enablekit-output`
    tells whether a published site is still what was built.
    """
    found = {path: one.digest for path, one in tree.unchanged.items()}
    found |= {path: sha256(data).hexdigest() for path, data in tree.files.items()}
    lines = [f"{found[path]}  {path}\n" for path in sorted(found)]
    return f"{_FIRST_LINE}\n{''.join(lines)}".encode()


def digests(marker: bytes) -> dict[str, str] | None:
    """
    Read which files are ours, and what was in them.

    Args:
        marker: The bytes of the marker, which somebody may have changed.

    Returns:
        The SHA-256 of each file in hex, by path, or None if this is no marker of enablekit. Lines
        that cannot be read are left out, so that what they mean is not ours to remove.

    """
    text = marker.decode("utf-8", "replace")
    first, _, rest = text.partition("\n")
    if first.rstrip("\r") != _FIRST_LINE:
        return None
    found = (_LINE.fullmatch(line.rstrip("\r")) for line in rest.split("\n"))
    return {match[2]: match[1] for match in found if match}
