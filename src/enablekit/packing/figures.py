"""Which figure of an asset a step of presenting it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.body import Block
    from enablekit.model.notes import Cue


def figure_of(cue: Cue, asset: Asset) -> Block | None:
    """Return the figure that a cue was drawn from, or that an author names by its alt text."""
    figures = [one for one in asset.body.blocks if one.kind == "figure"]
    if cue.drawn:
        return next((one for one in figures if one.span == cue.span), None)
    named = _alike(cue.text)
    return next((one for one in figures if named and _alike(one.text) == named), None)


def _alike(words: str) -> str:
    return " ".join(words.split()).casefold()
