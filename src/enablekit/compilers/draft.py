"""Guidance proposed from what an asset says, for a person to correct and confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Drawn

_STATEMENTS = 4
_CLAIMS = 4
_NEXT = 2

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """
    What to add to an asset's guidance.

    Attributes:
        fields: Per key, an entry or a list of entries, each marked `draft: true`.
        questions: Per key that nothing can be drawn for, the question to the author.

    """

    fields: tuple[tuple[str, Entry | list[Entry]], ...]
    questions: tuple[tuple[str, str], ...]


def propose(
    asset: Asset, requires: tuple[str, ...], siblings: Siblings, *, shift: int = 0
) -> Proposal:
    """
    Propose guidance for the fields an asset has none for, confirmed or drafted.

    Everything proposed is the asset's own words with their lines, or another asset on the same
    topics. What it is for, its best parts, pains, objections and whatever else only people know
    stays a question: an opening sentence or a caption is no answer to it.

    Args:
        asset: The asset.
        requires: The fields its type requires.
        siblings: The assets around it.
        shift: By how many lines the text will move when the proposal is written above it.

    """
    empty = {
        declared.name: (key_of(declared), field.ask)
        for declared, field in described(Guidance)
        if not getattr(asset.guidance, declared.name) and not getattr(asset.drafts, declared.name)
    }
    fields: list[tuple[str, Entry | list[Entry]]] = []
    for name, draw in _DRAWN.items():
        drawn = draw(asset, siblings, shift) if name in empty else None
        if drawn:
            fields.append((empty[name][0], drawn))
    proposed = {key for key, _ in fields}
    questions = tuple(
        (key, ask) for name, (key, ask) in empty.items() if name in requires and key not in proposed
    )
    return Proposal(fields=tuple(fields), questions=questions)


def _next(asset: Asset, siblings: Siblings, _: int) -> list[Entry]:
    related = siblings.on_the_same_topics(asset, _NEXT)
    return [{"asset": other.id, "draft": True} for other in related]


def _proof_points(asset: Asset, _: Siblings, shift: int) -> list[Entry]:
    """
    Propose figures that measure a change: what got better or worse, and by how much.

    Other figures and quotations were proposed once. Read line by line, most of them said
    something about somebody else, or half of what was meant.
    """
    entries: list[Entry] = []
    for one in asset.evidence.statistics:
        if one.direction:
            source = one.source or (f"#{one.anchor}" if one.anchor else "")
            entries.append(_marked({"claim": one.text, "source": source}, one, shift))
    return _numbered("proof", entries[:_CLAIMS])


def _must_know(asset: Asset, _: Siblings, shift: int) -> list[Entry]:
    taken = {one.text for one in asset.evidence.statistics if one.direction}
    said = [one for one in asset.evidence.key_sentences if one.text not in taken]
    entries = [
        _marked(
            {"statement": one.text, "source": f"#{one.anchor}" if one.anchor else ""}, one, shift
        )
        for one in said[:_STATEMENTS]
    ]
    return _numbered("mk", entries)


# In the order in which guidance is read.
_DRAWN: dict[str, Callable[[Asset, Siblings, int], Entry | list[Entry] | None]] = {
    "next": _next,
    "proof_points": _proof_points,
    "must_know": _must_know,
}


def _marked(entry: Entry, drawn: Drawn, shift: int) -> Entry:
    first, last = drawn.span.line + shift, drawn.span.end_line + shift
    lines = str(first) if first == last else f"{first}-{last}"
    said = {key: value for key, value in entry.items() if value}
    return {**said, "draft": True, "lines": lines}


def _numbered(prefix: str, entries: Iterable[Entry]) -> list[Entry]:
    return [{"id": f"{prefix}-{number}", **one} for number, one in enumerate(entries, start=1)]
