"""Which addresses from content may become links and images, and how they are spelled then."""

from __future__ import annotations

import re

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
IMAGE_SCHEMES = frozenset({"http", "https"})

# What a browser does to an address before it looks at the scheme (WHATWG URL, "basic URL parser"):
# C0 controls and spaces around it go, tabs and line ends inside it go.
_AROUND = "".join(map(chr, range(0x21)))
_INSIDE = {ord(blank): None for blank in "\t\n\r"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_TO_ENCODE = re.compile(r"[^A-Za-z0-9;/?:@&=+$,_.!~*'()#%\[\]-]+")


def safe_url(url: str) -> str | None:
    """
    Return an address that a link may lead to, or None.

    http, https, mailto, tel and addresses without a scheme are let through; whatever a browser
    could take for another scheme is not. Characters that do not belong into an address are
    percent-encoded, so the result has no space, quote, angle bracket or backslash.
    """
    return _let_through(url, LINK_SCHEMES)


def safe_image_url(url: str) -> str | None:
    """Return an address that an image may be loaded from (http, https or relative), or None."""
    return _let_through(url, IMAGE_SCHEMES)


def _let_through(url: str, schemes: frozenset[str]) -> str | None:
    bare = url.strip(_AROUND).translate(_INSIDE)
    scheme = _SCHEME.match(bare)
    if scheme and scheme[1].lower() not in schemes:
        return None
    return _TO_ENCODE.sub(_percent_encoded, bare)


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
