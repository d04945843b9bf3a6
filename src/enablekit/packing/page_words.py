"""Words for set pages: every sign that can be seen, and none that only a machine would read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from enablekit.encoding.noncharacters import NONCHARACTERS

# Control characters, halves of surrogate pairs and noncharacters: nobody has typed these for a
# reader, and a typeface has no picture of them. https://www.unicode.org/glossary/#noncharacter
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}]")
_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")


def page_words(text: str) -> str:
    """Return a text without what cannot be seen; every kind of line end is one, a tab a blank."""
    shown = _ENDS.sub("\n", text.replace("\t", " ").replace("\x85", "\n"))
    return _UNSEEN.sub("", shown)


def page_values(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return plain data, every text in it made fit for a page."""
    if isinstance(value, str):
        return page_words(value)
    if isinstance(value, Mapping):
        return {key: page_values(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [page_values(one) for one in value]
    return value
