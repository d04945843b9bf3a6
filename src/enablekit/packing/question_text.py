"""Texts of questions as other systems take them: as HTML, on one line, or short as a name."""

from __future__ import annotations

import html
import re

from enablekit.encoding.xml import legal

# Control characters that XML can hold and advises against; some readers drop them unasked.
_UNWISE = re.compile("[\x7f-\x84\x86-\x9f]")
_NAME = 80  # characters; a list of questions shows about as many
# A name passes through filters that take what looks like a tag out of it.
_NO_TAGS = str.maketrans({"<": "\u2039", ">": "\u203a"})


def clean(words: str) -> str:
    """Return words with one kind of line break, and without what no file of text can hold."""
    lines = legal(words).replace("\r\n", "\n").replace("\r", "\n")
    return _UNWISE.sub("\ufffd", lines).strip()


def as_html(words: str) -> str:
    """Return words as HTML that shows them as they are; a line break stays one."""
    return html.escape(clean(words), quote=False).replace("\n", "<br>")


def on_one_line(words: str) -> str:
    """Return words with single spaces between them."""
    return " ".join(clean(words).split())


def named_for(words: str, otherwise: str) -> str:
    """Return the start of a text as a name, or the other text where there is none."""
    name = on_one_line(words).translate(_NO_TAGS)
    if len(name) > _NAME:
        start = name[: _NAME - 1]
        whole = start.rpartition(" ")[0]
        # A blank may be far away where words are written without any.
        name = f"{whole if len(whole) > _NAME // 2 else start} …"
    return name or otherwise
