"""Text made safe for XML 1.0: marks become entities, and what XML cannot hold becomes U+FFFD."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# Everything but the characters that https://www.w3.org/TR/xml/#charsets allows.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(words: str) -> str:
    """Return words with U+FFFD for every character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", words)


def text(words: str) -> str:
    """Write words between tags."""
    return escape(legal(words)).replace("##[", "##&#91;")


def attribute(words: str) -> str:
    """Write words as the value of an attribute, with its quotes."""
    return quoteattr(legal(words)).replace("##[", "##&#91;")
