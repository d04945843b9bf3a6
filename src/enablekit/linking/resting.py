"""Which parts of an asset's guidance rest on which words of the project."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.asset_fields import AssetFields
from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.asset import Asset

# What people call the parts that their keys do not name well.
_CALLED = {
    "items": "check item",
    "must_know": "must-know",
    "objections": "objection",
    "pains": "pain",
    "presenting": "step",
    "proof_points": "proof point",
    "questions": "question",
}
# An entry that names a proof point or a must-know rests on what that one rests on.
_CARRIERS = ("proof", "must_know")
_OF_ASSETS = ("product", "competitor", "topic")


class Use(NamedTuple):
    """One entry that names one word of one vocabulary, such as the persona `cfo`."""

    kind: str
    word: str
    part: str
    part_id: str


def words_of(guidance: Guidance, kind: str) -> tuple[str, ...]:
    """Return the words of one vocabulary that guidance names, in order and each once."""
    return tuple(dict.fromkeys(one.word for one in uses(guidance) if one.kind == kind))


def resting(guidance: Guidance) -> dict[tuple[str, str], tuple[str, ...]]:
    """
    Return, by kind and word, the parts that rest on it: those that name it, then their users.

    A part is called by its id, or by its kind and number: `proof-1`, `talk track 2`, `step 3`.
    """
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    every = tuple(uses(guidance))
    for one in every:
        found[one.kind, one.word].setdefault(one.part)
    users = {key: tuple(parts) for key, parts in found.items()}
    for one in every:
        for carrier in _CARRIERS if one.part_id else ():
            for part in users.get((carrier, one.part_id), ()):
                found[one.kind, one.word].setdefault(part)
    return {key: tuple(parts) for key, parts in found.items()}


def uses(guidance: Guidance) -> Iterator[Use]:
    """Yield every place where guidance names a word of a vocabulary, a proof or a must-know."""
    for declared, field in described(Guidance):
        key, value = key_of(declared), getattr(guidance, declared.name)
        if field.refers:
            yield from (Use(field.refers, word, _called(key), "") for word in _words(value))
        else:
            yield from _of_entries(key, value)


def _of_entries(key: str, value: object) -> Iterator[Use]:
    many = isinstance(value, tuple)
    entries = value if isinstance(value, tuple) else (value,)
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, GuidanceEntry):
            continue
        part_id = getattr(entry, "id", "")
        part = part_id or (f"{_called(key)} {number}" if many else _called(key))
        for declared, field in described(type(entry)):
            inner = getattr(entry, declared.name)
            if field.refers:
                yield from (Use(field.refers, word, part, part_id) for word in _words(inner))
            elif isinstance(inner, tuple) and inner and isinstance(inner[0], GuidanceEntry):
                yield from _of_entries(key_of(declared), inner)


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, tuple) else (value,)
    return tuple(word for word in words if isinstance(word, str) and word)


def _called(key: str) -> str:
    return _CALLED.get(key, key.replace("_", " "))


def parts_resting_on(asset: Asset, word: str) -> tuple[str, ...]:
    """Return the parts of an asset, its fields too, that rest on a word of the project."""
    fields = tuple(
        key_of(declared)
        for declared, field in described(AssetFields)
        if field.refers in _OF_ASSETS and word in _words(getattr(asset, declared.name))
    )
    in_guidance = (
        part
        for (kind, one), parts in resting(asset.guidance).items()
        if one == word and kind not in _CARRIERS
        for part in parts
    )
    return tuple(dict.fromkeys((*fields, *in_guidance)))
