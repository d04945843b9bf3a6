"""The words that stand for a picture, without what only a program for slides reads in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from enablekit.packing.block_tree import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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


def without_settings(nodes: Iterable[Element | str]) -> tuple[Element | str, ...]:
    """Return what stands in a line without the settings that follow an image."""
    found: list[Element | str] = []
    for node in nodes:
        set_up = isinstance(node, str) and node.startswith("{") and found and _is_image(found[-1])
        found.append(_SETTINGS.sub("", str(node), count=1) if set_up else node)
    return tuple(found)


def in_sentences(
    nodes: Sequence[Element | str], is_shown: Callable[[Element], bool]
) -> tuple[Element | str, ...]:
    """Return a line with alt texts for the images that are shown apart and have words around."""
    around = ["", *nodes, ""]
    found: list[Element | str] = []
    for before, node, after in zip(around, nodes, around[2:], strict=False):
        if _is_image(node) and is_shown(node) and _goes_on(before, after):
            found.append(alt_of(node))
        else:
            found.append(node)
    return tuple(found)


def _goes_on(before: Element | str, after: Element | str) -> bool:
    """Tell whether words go on behind an image, in the line in which they stood before it."""
    left = before if isinstance(before, str) else before.text
    right = after if isinstance(after, str) else after.text
    alone = left.endswith("\n") and right.startswith("\n")
    return bool(left.strip()) and bool(right.strip()) and not alone


def _is_image(node: Element | str) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.tag == "img"
