"""What the items of a check are about, as the objectives that learning platforms keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.vocabulary import name_from_id
from enablekit.packing.identifiers import identifier

if TYPE_CHECKING:
    from enablekit.model.item import Item
    from enablekit.model.publication import Compiled, Publication


def objectives_of(item: Item, asset: str) -> tuple[str, ...]:
    """
    Return the objectives of an item: the must-know it tests, and its topics.

    A topic is one objective wherever it is asked about; a must-know belongs to its asset.
    """
    tested = (identifier("must-know", f"{asset}/{item.tests}"),) if item.tests else ()
    return (*tested, *(identifier("topic", topic) for topic in item.topics))


def described(compiled: Compiled, publication: Publication) -> dict[str, str]:
    """Return every objective of a check with what it says, in the order it is first asked for."""
    asset = compiled.guide.asset
    statements = {known.id: known.statement for known in asset.guidance.must_know}
    names = {topic.id: topic.name for topic in publication.vocabulary.topics}
    said: dict[str, str] = {}
    for item in compiled.check.pool:
        texts = (
            *([statements.get(item.tests) or name_from_id(item.tests)] if item.tests else []),
            *(names.get(topic) or name_from_id(topic) for topic in item.topics),
        )
        said |= dict(zip(objectives_of(item, asset.id), texts, strict=True))
    return said
