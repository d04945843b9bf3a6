"""Reads a JPEG picture to its end and keeps of it what is shown (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from enablekit.encoding.picture_size import CUT_OFF, DAMAGED, PictureFault, require_size
from enablekit.model.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

START = b"\xff\xd8\xff"

_END, _SCAN, _JFIF, _EXIF, _PROFILE, _ADOBE, _REMARK = 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # what every program reads
_TABLES = frozenset({0xC4, 0xC8, 0xCC})  # among the numbers of frames, and none
_NEXT = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
# By what Exif says of the pixels (CIPA DC-008, 4.6.4, Orientation): mirror, then turn clockwise.
_TURNS = {
    1: (False, 0), 2: (True, 0), 3: (False, 180), 4: (True, 180), 5: (True, 270), 6: (False, 90),
    7: (True, 90), 8: (False, 270),
}  # fmt: skip


def read_jpeg(data: bytes) -> Picture:
    """
    Return a JPEG picture.

    Raises:
        PictureFault: It is cut off, damaged, too large, or of a kind that few programs read.

    """
    kept, size, way = [b"\xff\xd8"], (0, 0), 1
    scans = 0
    for marker, body, coded in _segments(data):
        if marker == _EXIF:
            way = _orientation(body) or way
        elif 0xC0 <= marker <= 0xCF and marker not in _TABLES:  # noqa: PLR2004 - frames
            size = _size(marker, body)
        scans += marker == _SCAN
        shown = _shown(marker, body)
        if shown:
            kept += [struct.pack(">BBH", 0xFF, marker, len(shown) + 2), shown, coded]
    if not scans or size == (0, 0):
        raise PictureFault(DAMAGED)
    mirrored, turned = _TURNS.get(way, _TURNS[1])
    width, height = size if turned % 180 == 0 else size[::-1]
    return Picture(
        data=b"".join([*kept, b"\xff\xd9"]), kind="jpeg", width=width, height=height,
        turned=turned, mirrored=mirrored,
    )  # fmt: skip


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the marker and the bytes of each segment, and of a scan the coded pixels below it."""
    marker, at = _marker(data, 2)
    while marker != _END:
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2:  # noqa: PLR2004 - it counts itself
            raise PictureFault(CUT_OFF if len(data) < at + 2 else DAMAGED)
        start, end = at + 2, at + length
        below = end
        if marker == _SCAN:
            found = _NEXT.search(data, end)
            below = found.start() if found else len(data)
        yield marker, data[start:end], data[end:below]
        marker, at = _marker(data, below)


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Return the marker at a place that has something below it, or ends all; and where it ends."""
    while True:
        while data[at : at + 2] == b"\xff\xff":  # bytes that only fill up
            at += 1
        if len(data) < at + 2:
            raise PictureFault(CUT_OFF)
        if data[at] != 0xFF:  # noqa: PLR2004 - the first byte of every marker
            raise PictureFault(DAMAGED)
        if data[at + 1] not in _ALONE:
            return data[at + 1], at + 2
        at += 2


def _size(marker: int, body: bytes) -> tuple[int, int]:
    if marker not in _FRAMES:
        raise PictureFault("it is a kind of JPEG that few programs read")
    if len(body) < 6:  # noqa: PLR2004 - bits, height, width, colours
        raise PictureFault(DAMAGED)
    height, width = struct.unpack_from(">HH", body, 1)
    require_size(width, height)
    return width, height


def _shown(marker: int, body: bytes) -> bytes:
    """Return what of a segment decides how the picture looks; nothing where nothing does."""
    if marker == _JFIF:  # without its own small picture
        return body[:12] + b"\0\0" if body[:5] == b"JFIF\0" and len(body) > 13 else b""  # noqa: PLR2004 - JFIF 1.02
    if marker == _PROFILE:
        return body if body.startswith(b"ICC_PROFILE\0") else b""
    if marker == _ADOBE:
        return body if body.startswith(b"Adobe") else b""
    return b"" if _JFIF <= marker <= 0xEF or marker == _REMARK else body  # noqa: PLR2004 - APP15


def _orientation(body: bytes) -> int:
    """Return the number with which Exif says which way up the pixels are; 0 if it does not."""
    if not body.startswith(b"Exif\0\0"):
        return 0
    exif = body[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 8:  # noqa: PLR2004 - the order, and where the list is
        return 0
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    if at + 2 > len(exif):
        return 0
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for place in range(at + 2, min(at + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, place)
        if tag == 0x0112 and kind == 3:  # noqa: PLR2004 - Orientation, as a short number
            return int(value)
    return 0
