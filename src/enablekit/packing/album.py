"""The pictures of one document as plain data, each of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.packing.block_tree import Element, tree
from enablekit.packing.picture_words import alt_of, web_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.body import Block
    from enablekit.model.picture import Picture, Pictures


class Album:
    """
    Gathers the pictures that blocks of an asset show.

    Args:
        file: The asset's file, from which their addresses lead.
        find: Finds a picture.

    Attributes:
        pictures: Each picture by the name that the data has for it.

    """

    def __init__(self, file: str, find: Pictures) -> None:
        self.pictures: dict[str, Picture] = {}
        self._file = file
        self._find = find
        self._names: dict[bytes, str] = {}

    def of(self, block: Block) -> Iterator[dict[str, Any]]:
        """Yield the pictures of a block; of a figure also the words for those not to be had."""
        held = Element(tag="div", children=tree(block))
        images = held.all("img")
        caption = " ".join(one.text for one in held.all("figcaption"))
        for image in images:
            alone = len(images) == 1
            picture = self._find(self._file, image.attributes.get("src", ""))
            words = " ".join(filter(None, (alt_of(image), web_of(image))))
            if picture is not None:
                yield self._data(picture, alt_of(image), caption if alone else "")
            elif words and block.kind == "figure":
                yield {"text": words}
            if caption and (picture is None or not alone) and image is images[-1]:
                yield {"text": caption}

    def _data(self, picture: Picture, alt: str, caption: str) -> dict[str, Any]:
        name = self._names.setdefault(picture.data, f"picture-{len(self._names) + 1}")
        self.pictures[name] = picture
        return {
            "picture": name, "alt": alt, "text": alt, "caption": caption, "width": picture.width,
            "height": picture.height, "turned": picture.turned, "mirrored": picture.mirrored,
        }  # fmt: skip
