"""Numbers as people write them become plain digits with a point."""

from __future__ import annotations

import re
import unicodedata

# Groups of three, apart by blanks or apostrophes; by commas, as long as each has three digits.
FIGURE = (
    r"[-+]?(?:[0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])|[0-9]+(?:,[0-9]{3})+(?![0-9])|[0-9]+)"
    r"(?:[.,][0-9]+)?"
)
_FIGURE = re.compile(FIGURE)
_POINT_FIRST = re.compile(r"(?<![0-9])[.](?=[0-9])")
_LONGEST = 40  # characters; more digits are no number anybody types


def even(text: str) -> str:
    """Return a text with one kind of digit, blank and minus sign."""
    return unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()


def plain(text: str) -> str:
    """
    Return a number as plain digits with a point, or nothing where a text is no number.

    A comma before exactly three digits groups thousands; any other is a decimal comma.
    """
    written = _POINT_FIRST.sub("0.", even(text))
    if len(written) > _LONGEST or not _FIGURE.fullmatch(written):
        return ""
    sign = "-" if written.startswith("-") else ""
    digits = re.sub(r"[ '’+-]|,(?=[0-9]{3}(?![0-9]))", "", written).replace(",", ".")
    whole, _, part = digits.partition(".")
    value = (whole.lstrip("0") or "0") + (f".{part}" if part else "")
    return f"{sign if value.strip('0.') else ''}{value}"
