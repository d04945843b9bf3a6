"""Small pictures among words, such as ✅, on pages whose typefaces have none of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# The blocks of Unicode that hold pictures, and the keycap: signs that stand for words, such as ㈱,
# have the same category.
_DRAWN = re.compile(
    "[\u20e3\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff"
    "\U0001f000-\U0001f0ff\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]"
)
# What joins several into one, or asks for a picture in colour.
_BETWEEN = "\u200d\ufe0f"


def pictographs(lost: Iterable[str]) -> str:
    """
    Return the pictographs among the signs that no typeface has; nothing if words would be lost.

    Args:
        lost: What cannot be shown, each of one sign or of several that make up one.

    """
    found: set[str] = set()
    for signs in lost:
        drawn = set(_DRAWN.findall(signs))
        # A digit is there in every typeface; it is named as the one below a keycap.
        if not all(one in drawn or one in _BETWEEN or one.isascii() for one in signs):
            return ""
        found |= drawn
    return "".join(sorted(found))


def without(value: Any, signs: str) -> Any:  # noqa: ANN401 - data for a template, of any form
    """
    Return data for a page without some pictographs.

    A text of nothing else becomes their names in Unicode, since a title must not be empty.
    """
    if isinstance(value, str):
        return _without(value, signs)
    if isinstance(value, Mapping):
        return {key: without(one, signs) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [without(one, signs) for one in value]
    return value


def _without(text: str, signs: str) -> str:
    some = re.escape(signs)
    gap = re.compile(f"( *)[{_BETWEEN}]*[{some}][{some}{_BETWEEN} ]*(?=(.?))")
    left = gap.sub(_gap, text)
    if left == text:
        return text
    names = [unicodedata.name(sign, "").lower() for sign in text if sign in signs]
    return left.strip(" ") or f"[{', '.join(filter(None, names)) or '–'}]"


def _gap(found: re.Match[str]) -> str:
    """Return one blank where there was any, but none in front of a comma or a full stop."""
    had = found[0].startswith(" ") or found[0].endswith(" ")
    return " " if had and found[2] not in {",", "."} else ""
