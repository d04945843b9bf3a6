"""Small pictures for tests, sound and broken, drawn when they are needed."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

MARKER = b"PLANTED-MARKER-7319"


def drawn(kind: str = "PNG", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:  # noqa: ANN401 - what Pillow takes
    """Return a picture: dark at its top left corner, light elsewhere."""
    picture = Image.new("RGB", size, (230, 240, 235))
    picture.paste((11, 90, 69), (0, 0, size[0] // 2, size[1] // 2))
    saved = io.BytesIO()
    picture.convert("P" if kind == "GIF" else "RGB").save(saved, kind, **options)
    return saved.getvalue()


def shade(red: int) -> bytes:
    """Return a picture that no other is like."""
    saved = io.BytesIO()
    Image.new("RGB", (30, 20), (red % 256, red // 256, 7)).save(saved, "PNG")
    return saved.getvalue()


def turned(way: int, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a JPEG whose Exif says which way up it is, and who was where when it was taken."""
    exif = Image.Exif()
    exif[0x0112] = way
    exif[0x010E] = MARKER.decode()
    return drawn("JPEG", size, exif=exif)


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a part of a PNG."""
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def png(width: int, height: int, rows: bytes, *more: bytes, colour: int = 2) -> bytes:
    """Return a PNG that claims a size, with such rows and such further parts in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    packed = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + packed + chunk(b"IEND", b"")


def gif(width: int, height: int, codes: bytes) -> bytes:
    """Return a GIF of four colours that claims a size, with such codes for its pixels."""
    screen = struct.pack("<HHBBB", width, height, 0x81, 0, 0) + bytes(12)
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02"
    return b"GIF89a" + screen + frame + bytes([len(codes)]) + codes + b"\0;"


def hostile() -> dict[str, tuple[bytes, str]]:
    """Return files that must not be shown, each with what is said of it."""
    whole, photo, moving = drawn(), drawn("JPEG"), drawn("GIF")
    wrong = bytearray(whole)
    wrong[40] ^= 0xFF
    tall = bytearray(photo)
    at = photo.index(b"\xff\xc0") + 5
    tall[at : at + 4] = struct.pack(">HH", 30000, 30000)
    return {
        "truncated.png": (whole[: len(whole) // 2], "it is cut off"),
        "header-only.png": (whole[:33], "it is cut off"),
        "text.png": (b"This is no picture.", "it is no PNG, JPEG or GIF"),
        "page.png": (b"<html><script>x</script>", "it is no PNG, JPEG or GIF"),
        "empty.png": (b"", "it is empty"),
        "huge.png": (png(30000, 30000, b""), "30,000 × 30,000 pixels"),
        "none.png": (png(0, 5, b""), "it has no size"),
        "bomb.png": (png(10, 10, bytes(40_000_000)), "it unpacks to more than its size"),
        "too-few-rows.png": (png(100, 100, bytes(500)), "it is cut off"),
        "flipped-bit.png": (bytes(wrong), "it is damaged"),
        "no-palette.png": (png(1, 1, bytes(2), colour=3), "it is damaged"),
        "odd-colour.png": (png(1, 1, bytes(9), colour=5), "it is damaged"),
        "truncated.jpg": (photo[:-40], "it is cut off"),
        "start-only.jpg": (photo[:3], "it is cut off"),
        "huge.jpg": (bytes(tall), "30,000 × 30,000 pixels"),
        "no-pixels.jpg": (b"\xff\xd8\xff\xd9", "it is damaged"),
        "truncated.gif": (moving[:-20], "it is cut off"),
        "start-only.gif": (b"GIF89a", "it is cut off"),
        "no-frame.gif": (struct.pack("<6sHHBBB", b"GIF89a", 5, 5, 0, 0, 0) + b";", "it is damaged"),
        "no-codes.gif": (gif(300, 200, bytes([0xFE]) * 200), "it is damaged"),
        "few-codes.gif": (gif(300, 200, bytes([0x04, 0x50])), "it is cut off"),
        "a.webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "of the kind WebP; save it as PNG or JPEG"),
        "a.svg": (b'<?xml version="1.0"?><svg/>', "of the kind SVG; save it as PNG or JPEG"),
        "a.tiff": (b"II*\0\x08\0\0\0", "of the kind TIFF"),
        "a.bmp": (b"BM\0\0", "of the kind BMP"),
    }
