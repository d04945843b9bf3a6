"""Colours and how well one can be read on another."""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

READABLE = 4.5  # the contrast of text by WCAG 2.2, success criterion 1.4.3
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z")
_STEPS = 256


def colour(text: str) -> str:
    """Return a colour as `#rrggbb`, or nothing if a text is none."""
    small = text.strip().lower()
    if not _HEX.match(small):
        return ""
    return small if len(small) > len("#rgb") else "#" + "".join(one * 2 for one in small[1:])


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definitions)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_readable(text: str, grounds: Iterable[str]) -> bool:
    """Tell whether text of a colour can be read on every one of some grounds."""
    return all(contrast(text, ground) >= READABLE for ground in grounds)


def nearest_readable(wanted: str, grounds: tuple[str, ...]) -> str:
    """
    Return the colour of the same hue, nearest in lightness, that can be read on all grounds.

    The grounds are all light or all dark; black or white is always readable on them.
    """
    red, green, blue = _channels(wanted)
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    goal = 0.0 if _luminance(grounds[0]) > _MIDDLE else 1.0
    for step in range(_STEPS + 1):
        moved = lightness + (goal - lightness) * step / _STEPS
        found = _written(*colorsys.hls_to_rgb(hue, moved, saturation))
        if is_readable(found, grounds):
            return found
    return _written(goal, goal, goal)


_MIDDLE = 0.18  # the luminance on which black and white can be read alike


def _channels(text: str) -> tuple[float, float, float]:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))


def _luminance(text: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the definition's numbers
        for part in _channels(text)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
