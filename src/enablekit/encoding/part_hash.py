"""
Short hashes of the parts of an asset, in one line of text.

They only help to name what changed: whether something changed is for whole hashes to say. Each has
two halves of four hex digits: one of the words without their numbers, one of everything, so that
a changed number can be told from changed words.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_HALF = 4
_NUMBER = re.compile(r"\d[\d.,]*")
_ONE = re.compile(r"(\S+?)=([0-9a-f]{8})(?=\s|$)")


def of_part(text: str) -> str:
    """Return the short hash of a part."""
    words = " ".join(text.split())
    return _half(_NUMBER.sub("0", words)) + _half(words)


def same_but_for_numbers(one: str, other: str) -> bool:
    """Tell whether two parts with these hashes differ in their numbers only."""
    return one != other and one[:_HALF] == other[:_HALF]


def written(parts: Mapping[str, str]) -> str:
    """Write short hashes by name; names hold no white space."""
    return " ".join(f"{name}={digest}" for name, digest in parts.items())


def read(text: str) -> dict[str, str]:
    """Read what `written` wrote; what cannot be read is left out."""
    return dict(_ONE.findall(text))


def _half(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_HALF]
