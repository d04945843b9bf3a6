"""Zip archives that have the same bytes wherever and whenever they are made."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# The first day that a zip archive can write down (APPNOTE.TXT 4.4.6).
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_ON_UNIX = 3
_READABLE = 0o100644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """
    Pack files in the order given.

    They are stored as they are: what compresses them differs between versions of zlib, and with it
    the bytes.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as pack:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _NO_DAY)
            member.create_system = _ON_UNIX
            member.external_attr = _READABLE
            pack.writestr(member, data)
    return packed.getvalue()
