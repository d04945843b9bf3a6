"""What is out of use says so in files that have no room for a notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.model.item import Check
from enablekit.packing.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.publication import Compiled, Publication


def shows_checks_alone(compiled: Compiled, lacks: Callable[[Compiled], str]) -> bool:
    """
    Tell whether a file of a piece shows its check and nothing else.

    Args:
        compiled: A piece with a check.
        lacks: What the form of export says it has nothing to make of.

    """
    unasked = replace(compiled, check=Check(asset=compiled.guide.asset.id))
    return bool(lacks(unasked)) and not lacks(compiled)


def marked(compiled: Compiled, publication: Publication) -> Compiled:
    """
    Return a piece that is out of use with a title that says so; any other as it is.

    The title is all that every form of check shows of its piece: on its page, in the list of a
    platform, above the questions.
    """
    edition = Edition(compiled=compiled, publication=publication)
    if not edition.notice:
        return compiled
    title = f"{edition.wording.say('Do not use this any more.')} {edition.asset.title}"
    guide = replace(compiled.guide, asset=replace(edition.asset, title=title))
    return replace(compiled, guide=guide)
