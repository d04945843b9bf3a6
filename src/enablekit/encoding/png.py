"""Reads a PNG picture to its end and keeps what is shown (https://www.w3.org/TR/png-3/)."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from enablekit.encoding.picture_size import CUT_OFF, DAMAGED, PictureFault, require_size
from enablekit.model.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

START = b"\x89PNG\r\n\x1a\n"

# Samples a pixel, and how many bits a sample may have, by the type of colour (11.2.1, table 11).
_COLOURS = {
    0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)),
    6: (4, (8, 16)),
}  # fmt: skip
# What decides how a picture looks, and how long it may be. What tells who made it, when and where
# goes; so does its resolution, since its size on a slide is ours.
_SHOWN = {
    b"PLTE": range(3, 769, 3), b"gAMA": range(4, 5), b"cHRM": range(32, 33), b"sRGB": range(1, 2),
}  # fmt: skip
_CLEAR = {0: range(2, 3), 2: range(6, 7), 3: range(1, 257)}  # tRNS, by the type of colour
_LARGEST_PROFILE = 1 << 20  # bytes of a description of colours
# First column and row, and the steps between columns and rows, of each pass (8.1, Adam7).
_PASSES = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
)  # fmt: skip
_PART = 1 << 20  # bytes unpacked at a time
_SLACK = 1 << 16  # bytes that a careless program may have packed behind the last row


def read_png(data: bytes) -> Picture:
    """
    Return a PNG picture.

    Raises:
        PictureFault: It is cut off, damaged or too large.

    """
    (name, head), *rest = _chunks(data)
    if name != b"IHDR" or len(head) != 13:  # noqa: PLR2004 - the length of this chunk
        raise PictureFault(DAMAGED)
    width, height, depth, colour, packing, filtering, interlaced = struct.unpack(">IIBBBBB", head)
    samples, depths = _COLOURS.get(colour, (0, ()))
    if depth not in depths or packing or filtering or interlaced > 1:
        raise PictureFault(DAMAGED)
    require_size(width, height)
    names = [one for one, _ in rest]
    packed = [body for one, body in rest if one == b"IDAT"]
    _require_rows(packed, sum(_rows(width, height, depth * samples, interlaced=bool(interlaced))))
    before = rest[: names.index(b"IDAT")]
    kept = {one: body for one, body in before if _is_shown(one, body, colour)}
    if colour == 3 and b"PLTE" not in kept:  # noqa: PLR2004 - colours by number need a palette
        raise PictureFault(DAMAGED)
    parts = [(b"IHDR", head), *kept.items(), (b"IDAT", b"".join(packed)), (b"IEND", b"")]
    return Picture(
        data=START + b"".join(map(_chunk, parts)), kind="png", width=width, height=height
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the bytes of each part, up to the last; what follows is no picture."""
    at, name = len(START), b""
    while name != b"IEND":
        if len(data) < at + 12:
            raise PictureFault(CUT_OFF)
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if len(data) < end + 4:
            raise PictureFault(CUT_OFF)
        body = data[at + 8 : end]
        if zlib.crc32(body, zlib.crc32(name)) != int.from_bytes(data[end : end + 4], "big"):
            raise PictureFault(DAMAGED)
        yield name, body
        at = end + 4


def _is_shown(name: bytes, body: bytes, colour: int) -> bool:
    """Tell whether a part decides how a picture of a type of colour looks."""
    if name == b"tRNS":
        return len(body) in _CLEAR.get(colour, ())
    return _is_profile(body) if name == b"iCCP" else len(body) in _SHOWN.get(name, ())


def _is_profile(body: bytes) -> bool:
    """Tell whether a part describes colours, and no more than that."""
    _, mark, packed = body.partition(b"\0")
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed[1:], _LARGEST_PROFILE)
    except zlib.error:
        return False
    return bool(mark) and packed[:1] == b"\0" and unpacker.eof


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, body = part
    check = zlib.crc32(body, zlib.crc32(name))
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def _rows(width: int, height: int, bits: int, *, interlaced: bool) -> Iterator[int]:
    """Yield how many bytes the rows of each pass have; each row has one more for its filter."""
    for left, top, right, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        columns = max(0, -(-(width - left) // right))
        rows = max(0, -(-(height - top) // down))
        yield rows * (1 + -(-columns * bits // 8)) if columns else 0


def _require_rows(packed: Iterable[bytes], size: int) -> None:
    """Unpack all rows bit by bit: neither too few of them, nor a bomb."""
    unpacker, unpacked = zlib.decompressobj(), 0
    for part in packed:
        waiting = part
        while waiting and not unpacker.eof:
            try:
                unpacked += len(unpacker.decompress(waiting, _PART))
            except zlib.error:
                raise PictureFault(DAMAGED) from None
            waiting = unpacker.unconsumed_tail
            if unpacked > size + _SLACK:
                raise PictureFault("it unpacks to more than its size")
    if unpacked < size:
        raise PictureFault(CUT_OFF)
