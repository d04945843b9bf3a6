"""The words that stand for a picture, without what only a program for slides reads in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.packing.block_tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Marp reads sizes, places and filters in alt texts (https://marpit.marp.app/image-syntax).
_MARP = re.compile(r"bg|(?:w|h|width|height):[\w.%]+")
_MARP_WORDS = re.compile(
    r"bg|cover|contain|fit|auto|vertical|\d[\d.]*(?:%|px|em)?|(?:left|right)(?::\d+%)?"
    r"|(?:w|h|width|height):[\w.%]+|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate"
    r"|invert|opacity|saturate|sepia)(?::\S+)?"
)
# Pandoc and Jekyll read settings in braces behind an image
# (https://pandoc.org/MANUAL.html#extension-link_attributes).
_SETTINGS = re.compile(r"\{[^{}\n]*\}")


def alt_of(image: Element) -> str:
    """Return what an image shows in words; nothing where nobody said."""
    alt = " ".join(image.attributes.get("alt", "").split())
    words = alt.split(" ")
    if not any(map(_MARP.fullmatch, words)):
        return alt
    return " ".join(one for one in words if not _MARP_WORDS.fullmatch(one))


def web_of(image: Element) -> str:
    """Return where an image stands on the web; nothing where it does not."""
    address = image.attributes.get("src", "")
    address = f"https:{address}" if address.startswith("//") else address
    return address if address.lower().startswith(("http://", "https://")) else ""


def without_settings(nodes: Iterable[Element | str]) -> Iterator[Element | str]:
    """Yield what stands in a line without the settings that follow an image."""
    after = False
    for node in nodes:
        yield (
            _SETTINGS.sub("", node, count=1)
            if after and isinstance(node, str) and (node.startswith("{"))
            else node
        )
        after = isinstance(node, Element) and node.tag == "img"
