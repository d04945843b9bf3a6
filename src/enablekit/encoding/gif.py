"""Reads a GIF picture to its end and keeps of it what is shown (GIF89a specification, 1990)."""

from __future__ import annotations

import struct

from enablekit.encoding.gif_codes import require_pixels
from enablekit.encoding.picture_size import (
    CUT_OFF,
    DAMAGED,
    MOST_PIXELS,
    PictureFault,
    require_size,
)
from enablekit.model.picture import Picture

STARTS = (b"GIF87a", b"GIF89a")

_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = b"\x0bNETSCAPE2.0"  # how often a moving picture begins anew
_MOST_FRAMES = 10 * MOST_PIXELS  # pixels of all frames of a moving picture


def read_gif(data: bytes) -> Picture:
    """
    Return a GIF picture; a moving one moves.

    Raises:
        PictureFault: It is cut off, damaged or too large.

    """
    if len(data) < 13:  # noqa: PLR2004 - the header and the screen
        raise PictureFault(CUT_OFF)
    width, height, packed = struct.unpack_from("<HHB", data, 6)
    require_size(width, height)
    at = 13 + _table(packed)
    kept, frames = [data[:at]], 0
    while data[at : at + 1] != bytes([_END]):
        if at >= len(data):
            raise PictureFault(CUT_OFF)
        end = _block(data, at)
        if data[at] == _IMAGE:
            frames += _frame(data, at, width, height, first=not frames)
        if frames > _MOST_FRAMES:
            raise PictureFault("it moves for too long")
        if _is_shown(data, at):
            kept.append(data[at:end])
        at = end
    if not frames:
        raise PictureFault(DAMAGED)
    return Picture(data=b"".join([*kept, bytes([_END])]), kind="gif", width=width, height=height)


def _table(packed: int) -> int:
    """Return how many bytes a table of colours has."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _block(data: bytes, at: int) -> int:
    """Return where a block ends."""
    if data[at] == _IMAGE:
        if len(data) < at + 11:
            raise PictureFault(CUT_OFF)
        at += 11 + _table(data[at + 9])
    elif data[at] == _EXTENSION:
        at += 2
    else:
        raise PictureFault(DAMAGED)
    while True:
        if at >= len(data):
            raise PictureFault(CUT_OFF)
        if not data[at]:
            return at + 1
        at += 1 + data[at]


def _codes(data: bytes, at: int) -> bytes:
    """Return the codes of a frame, which come in blocks that have their length before them."""
    parts: list[bytes] = []
    while data[at]:
        parts.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(parts)


def _frame(data: bytes, at: int, width: int, height: int, *, first: bool) -> int:
    """Return how many pixels a frame has; only those of the first are followed."""
    left, top, wide, high = struct.unpack_from("<HHHH", data, at + 1)
    if not wide or not high or left + wide > width or top + high > height:
        raise PictureFault(DAMAGED)
    pixels = int(wide * high)
    if first:
        coded = at + 10 + _table(data[at + 9])
        require_pixels(_codes(data, coded + 1), data[coded], pixels)
    return pixels


def _is_shown(data: bytes, at: int) -> bool:
    """Tell whether a block decides how the picture looks: no remarks, nothing of programs."""
    if data[at] == _IMAGE:
        return True
    label = data[at + 1]
    return label == _CONTROL or (label == _APPLICATION and data.startswith(_LOOPS, at + 2))
