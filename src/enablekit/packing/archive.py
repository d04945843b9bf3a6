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


def archive(files: Mapping[str, bytes], *, compressed: bool = False) -> bytes:
    """
    Pack files in the order given.

    They are stored as they are unless told otherwise: what compresses them differs between versions
    of zlib, and with it the bytes.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as pack:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _NO_DAY)
            member.create_system = _ON_UNIX
            member.external_attr = _READABLE
            member.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
            pack.writestr(member, data)
    return packed.getvalue()


def repacked(data: bytes) -> bytes:
    """
    Pack an archive anew, with its files in their order and without the time they were packed.

    Office files are such archives; the programs that write them put the clock in. They are twenty
    times as large when they are not compressed.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return archive({name: pack.read(name) for name in pack.namelist()}, compressed=True)
