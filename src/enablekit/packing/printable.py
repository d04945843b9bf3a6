"""Text for office files: every sign that XML can hold, and none that it cannot."""

from __future__ import annotations

import re

# https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def printable(text: str) -> str:
    """Return a text without signs that XML cannot hold; each becomes the sign for a lost one."""
    return _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n"))
