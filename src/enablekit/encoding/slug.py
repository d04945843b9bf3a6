"""Names that are safe as an id, a file name and a part of an address on every system."""

from __future__ import annotations

import functools
import re
import unicodedata

_LONGEST = 180  # bytes; file systems allow 255, and a suffix has to fit
_EMPTY = "untitled"
_BLANK = re.compile(r"\s")
_PLAIN = re.compile(r"[^a-z0-9_ -]+")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)


# Every address of a page is made of slugs, and a page is linked from many others.
@functools.lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """
    Return words as GitHub spells the id of a heading, made safe as a file name.

    Letters, marks and digits of every script stay, in lower case and in the form NFKC; spaces
    become hyphens, `-` and `_` stay, everything else goes. Hyphens at the ends go too. The result
    is never empty, never longer than 180 bytes of UTF-8, and never a name that Windows keeps for
    a device. A slug is its own slug.

    Args:
        text: Any text, such as a heading or a file name.

    """
    spaced = _BLANK.sub(" ", text)
    if spaced.isascii():
        kept = _PLAIN.sub("", spaced.lower())
    else:
        # Lower case can undo NFKC (İ), and NFKC can bring capitals back, so it is done twice.
        folded = unicodedata.normalize("NFKC", spaced).lower()
        folded = unicodedata.normalize("NFKC", folded).lower()
        kept = "".join([char for char in folded if _stays(char)])
    hyphenated = kept.replace(" ", "-").strip("-")
    whole = _cut(hyphenated).strip("-") or _EMPTY
    return f"{whole}_" if whole in _RESERVED else whole


def collision_key(path: str) -> str:
    """
    Return a path as the most forgetful file system would remember it.

    Two paths with one key would be one file somewhere: case, width and composition of characters
    do not tell files apart everywhere. The key is NFKC(casefold) of each segment (UAX 31, caseless
    matching of identifiers).
    """
    if path.isascii():
        return path.lower()
    return "/".join(map(_forgetful, path.split("/")))


def _forgetful(segment: str) -> str:
    folded = unicodedata.normalize("NFKC", segment).casefold()
    return unicodedata.normalize("NFKC", folded).casefold()


def _stays(char: str) -> bool:
    return char in "-_ " or char.isalnum() or unicodedata.category(char)[0] == "M"


def _cut(text: str) -> str:
    raw = text.encode()
    if len(raw) <= _LONGEST:
        return text
    return raw[:_LONGEST].decode("utf-8", "ignore")
