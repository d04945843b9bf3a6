"""The signs that Unicode keeps for nobody, which HTML and type setters refuse."""

from __future__ import annotations

_PLANES = 17

# https://www.unicode.org/faq/private_use.html#noncharacters, for a class of a regular expression:
# 32 in a row, and the last two of every plane.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(_PLANES)
)
