"""Everything an author wrote into the guidance in words of their own, one text at a time."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.extend.where_written import in_entry
from enablekit.model.audience import Audience
from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.span import Span

# What stands under these keys names something and is not prose.
_NAMES = frozenset({"id", "at", "source", "length", "asset", "guidance"})
_BEFORE = 40  # characters that as good as certainly stand together only once
_SINGULAR = {
    "do_not_use_when": "do_not_use_when",
    "if_asked": "question",
    "must_know": "statement",
    "presenting": "beat",
    "use_with": "persona",
    "assumes": "assumes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceText:
    """
    A text of the guidance.

    Attributes:
        text: The words.
        part: The field of the guidance it belongs to, such as `objections`.
        key: The key it stands under, such as `respond`.
        place: Where that is, in words, such as `respond of objection 2`.
        entry: Where the entry that holds it stands.
        audience: Who may read it.
        words: Most words it may have; 0 for no limit.

    """

    text: str
    part: str
    key: str
    place: str
    entry: Span
    audience: Audience
    words: int = 0


def texts(asset: Asset) -> Iterator[GuidanceText]:
    """Yield the texts of the confirmed guidance in the order of its fields."""
    for declared, field in described(Guidance):
        name = declared.name
        if name == "verified":
            continue
        for place, entry in numbered(asset, name):
            circle = Audience.INTERNAL if entry.audience is None else entry.audience
            yield from _of_entry(entry, name, place, circle, field.words)


def numbered(
    asset: Asset, name: str, *, drafts: bool = False
) -> tuple[tuple[str, GuidanceEntry], ...]:
    """
    Return the entries of a field with their place in words, such as `objection 2`.

    Confirmed entries and drafts are counted together, as they stand in the same list.

    Args:
        asset: The asset.
        name: The field of the guidance.
        drafts: Whether to return the drafts instead of the confirmed entries.

    """
    confirmed, proposed = _entries(asset.guidance, name), _entries(asset.drafts, name)
    wanted = proposed if drafts else confirmed
    if not wanted or name not in _lists():
        return tuple((name, entry) for entry in wanted)
    starts = sorted((one.span.line, one.span.column) for one in (*confirmed, *proposed))
    order = {start: number for number, start in enumerate(starts, start=1)}
    word = singular(name)
    return tuple((f"{word} {order[one.span.line, one.span.column]}", one) for one in wanted)


def singular(name: str) -> str:
    """Return what one entry of a field is called: `objections` are made of an `objection`."""
    word = name.removesuffix("s") if name.endswith("s") else name
    return _SINGULAR.get(name, word.replace("_", " "))


def place_at(text: GuidanceText, start: int, end: int, around: Surroundings) -> Span:
    """Return where the words of a text from one offset up to another stand in the file."""
    before = text.text[max(0, start - _BEFORE) : start]
    return in_entry(text.entry, text.text[start:end], around, key=text.key, after=before)


@functools.cache
def _lists() -> frozenset[str]:
    """Return the fields of the guidance that are lists."""
    empty = Guidance()
    names = (declared.name for declared, _ in described(Guidance))
    return frozenset(name for name in names if isinstance(getattr(empty, name), tuple))


def _entries(guidance: Guidance, name: str) -> tuple[GuidanceEntry, ...]:
    value = getattr(guidance, name)
    if isinstance(value, GuidanceEntry):
        return (value,)
    is_list = isinstance(value, tuple) and bool(value) and isinstance(value[0], GuidanceEntry)
    return value if is_list else ()


def _of_entry(
    entry: GuidanceEntry, part: str, place: str, circle: Audience, words: int
) -> Iterator[GuidanceText]:
    for declared, field in described(type(entry)):
        value, key = getattr(entry, declared.name), key_of(declared)
        if field.refers or field.one_of or field.figure or key in _NAMES:
            continue
        is_only = key == type(entry).shorthand and words
        where = place if key == type(entry).shorthand else f"{key} of {place}"
        for number, one in enumerate(value if isinstance(value, tuple) else (value,), start=1):
            if isinstance(one, GuidanceEntry):
                inner = circle if one.audience is None else one.audience
                yield from _of_entry(one, part, f"{singular(key)} {number} of {place}", inner, 0)
            elif isinstance(one, str) and one:
                yield GuidanceText(
                    text=one,
                    part=part,
                    key=key,
                    place=where,
                    entry=entry.span,
                    audience=circle,
                    words=words if is_only else field.words,
                )
