"""What items are labelled with in systems that have labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.question_text import on_one_line

if TYPE_CHECKING:
    from enablekit.model.item import Item


def tags(item: Item, *, between: str = "-") -> tuple[str, ...]:
    """
    Return the labels of an item: its topics, its kind and its level, none twice.

    An item that was made from the text alone is labelled `drawn`, because nobody has confirmed it.

    Args:
        item: The item.
        between: What stands between the sort of a label and the label.

    """
    labels = [f"topic{between}{topic}" for topic in item.topics]
    labels += [f"kind{between}{item.kind}", f"bloom{between}{item.bloom}"]
    labels += ["drawn"] if item.drawn else []
    return tuple(dict.fromkeys(on_one_line(label) for label in labels))
