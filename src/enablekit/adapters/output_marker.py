"""The file in an output folder that says enablekit made it, and which files are its own."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = ".enablekit-output"

_FIRST_LINE = "# Made by enablekit: these files are replaced or removed by the next build."
_LINE = re.compile(r"[0-9a-f]{64}  (.+)")


def rendered(files: Mapping[str, bytes]) -> bytes:
    """
    Write the marker of a tree.

    After the first line it is what `sha256sum` prints, so `sha256sum --check .enablekit-output`
    tells whether a published site is still what was built.

    Args:
        files: Relative path to bytes, without the marker itself.

    """
    lines = [f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return f"{_FIRST_LINE}\n{''.join(lines)}".encode()


def paths(marker: bytes) -> frozenset[str] | None:
    """
    Read which files are ours.

    Args:
        marker: The bytes of the marker, which somebody may have changed.

    Returns:
        The paths, that of the marker too, or None if this is no marker of enablekit. Lines that
        cannot be read are left out, so that what they mean is not ours to remove.

    """
    text = marker.decode("utf-8", "replace")
    first, _, rest = text.partition("\n")
    if first.rstrip("\r") != _FIRST_LINE:
        return None
    found = (_LINE.fullmatch(line.rstrip("\r")) for line in rest.split("\n"))
    return frozenset({NAME, *(match[1] for match in found if match)})
