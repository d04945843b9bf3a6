"""Text made safe for a table in GitHub's Markdown: it is shown as it is and does nothing."""

from __future__ import annotations

import re

from enablekit.encoding.terminal import line

_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|~$@:/-])")


def cell(text: str) -> str:
    """Write words into a cell: no markup, no HTML, no mention, no end of line."""
    shown = line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(r"\\\1", shown)
