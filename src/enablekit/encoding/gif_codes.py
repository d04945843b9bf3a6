"""Follows the codes of a GIF frame to its last pixel (GIF89a specification, appendix F)."""

from __future__ import annotations

from enablekit.encoding.picture_size import CUT_OFF, DAMAGED, PictureFault

_MOST_CODES = 4096  # a code has at most 12 bits
_WIDEST = 8  # bits a pixel


def require_pixels(codes: bytes, bits: int, pixels: int) -> None:
    """
    Accept the codes of a frame if they stand for all of its pixels.

    Only how many pixels a code stands for is kept, not which.

    Args:
        codes: The codes, without the lengths of the blocks they came in.
        bits: How many bits a pixel has.
        pixels: How many pixels the frame has.

    Raises:
        PictureFault: A code stands for nothing, or the codes end too early.

    """
    if not 1 < bits <= _WIDEST:
        raise PictureFault(DAMAGED)
    clear = 1 << bits
    fresh = [1] * clear + [0, 0]
    lengths, before, width = fresh.copy(), 0, bits + 1
    held = waiting = 0
    for byte in codes:
        held |= byte << waiting
        waiting += 8
        while waiting >= width:
            code = held & ((1 << width) - 1)
            held >>= width
            waiting -= width
            if code == clear:
                lengths, before, width = fresh.copy(), 0, bits + 1
                continue
            if code == clear + 1:
                raise PictureFault(CUT_OFF)  # it says that it ends, and there are pixels left
            before = _follow(code, before, lengths)
            pixels -= before
            if pixels <= 0:
                return
            if len(lengths) == 1 << width and len(lengths) < _MOST_CODES:
                width += 1
    raise PictureFault(CUT_OFF)


def _follow(code: int, before: int, lengths: list[int]) -> int:
    """Return how many pixels a code stands for; what it adds to the one before is a code, too."""
    known = len(lengths)
    if code > known or (code == known and (not before or known == _MOST_CODES)):
        raise PictureFault(DAMAGED)
    if before and known < _MOST_CODES:
        lengths.append(before + 1)
    return lengths[code]
