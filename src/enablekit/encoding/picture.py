"""A picture from its bytes, whatever its file is called; or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding import gif, jpeg, png
from enablekit.encoding.picture_size import PictureFault

if TYPE_CHECKING:
    from enablekit.model.picture import Picture

# What people put into pages that PowerPoint does not take, by bytes and where they stand.
_OTHERS = (
    ("WebP", 8, b"WEBP"), ("AVIF", 8, b"avif"), ("HEIC", 8, b"heic"), ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"), ("BMP", 0, b"BM"), ("PDF", 0, b"%PDF"),
)  # fmt: skip
_FIRST = 4096  # bytes in which an SVG says that it is one


def read_picture(data: bytes) -> Picture:
    """
    Return a picture.

    Raises:
        PictureFault: It is no PNG, JPEG or GIF, or a broken or too large one.

    """
    if data.startswith(png.START):
        return png.read_png(data)
    if data.startswith(jpeg.START):
        return jpeg.read_jpeg(data)
    if data.startswith(gif.STARTS):
        return gif.read_gif(data)
    raise PictureFault(_fault(data))


def _fault(data: bytes) -> str:
    if not data:
        return "it is empty"
    found = (name for name, at, mark in _OTHERS if data.startswith(mark, at))
    name = "SVG" if b"<svg" in data[:_FIRST] else next(found, "")
    if not name:
        return "it is no PNG, JPEG or GIF, whatever its name says"
    return f"it is a picture of the kind {name}; save it as PNG or JPEG beside it, and show that"
