"""How large a picture may be, and what is said of one that cannot be shown."""

from __future__ import annotations

# A file of a few hundred bytes can claim to be so large that whoever opens it runs out of memory.
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 20_000  # pixels


class PictureFault(ValueError):  # noqa: N818 - it is the picture that is at fault
    """Why a picture cannot be shown, in words that follow its name."""


def require_size(width: int, height: int) -> None:
    """
    Accept a picture's size in pixels.

    Raises:
        PictureFault: It has no size, or too much of it.

    """
    if not width or not height:
        raise PictureFault("it has no size")
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        most = f"{MOST_PIXELS // 1_000_000} million pixels, {LONGEST_SIDE:,} on a side"
        raise PictureFault(f"it has {width:,} × {height:,} pixels, and the most is {most}")


CUT_OFF = "it is cut off"
DAMAGED = "it is damaged"
