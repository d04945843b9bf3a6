"""What a verification looked at, and what of it has changed since."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING

from enablekit.encoding import part_hash
from enablekit.linking.resting import resting, words_of
from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry
from enablekit.model.phrase import Phrase, keys, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import Verification
    from enablekit.model.vocabulary import Term, Vocabulary

_HASH = 12  # a recorded hash may be shortened, but not to something that fits by chance
_WRITTEN = 16
_NAMED = 3  # more changed parts than this are counted
_PARTS = 6  # likewise for the parts that use a changed word
_RECORD = "verified"
# What a reader is told about an asset besides its text and its guidance.
_FIELDS = ("title", "type", "summary", "url", "expires", "language", "products",
           "competitors", "industries", "regions", "topics")  # fmt: skip


def recorded(
    asset: Asset,
    words: Vocabulary,
    text_parts: tuple[tuple[str, str], ...],
    record: Verification,
) -> dict[str, str]:
    """
    Return the hashes that a record of today holds, by the key they are written under.

    Args:
        asset: The asset, with its text.
        words: The project's words.
        text_parts: The short hash of each section by its anchor.
        record: Who looked, when and at what.

    """
    parts = {f"#{anchor}": digest for anchor, digest in text_parts}
    parts |= dict(_guidance_parts(asset.guidance))
    parts |= {name: part_hash.of_part(text) for name, text in _words_used(asset, words)}
    found = {
        "asset": asset.digest[:_WRITTEN],
        "guidance": asset.guidance_digest[:_WRITTEN],
        "rests_on": rests_on(asset, words)[:_WRITTEN],
        "parts": part_hash.written(parts),
    }
    whole = dataclasses.replace(
        record, asset=found["asset"], guidance=found["guidance"], rests_on=found["rests_on"],
        parts=found["parts"],
    )  # fmt: skip
    return {key: value for key, value in {**found, "seal": seal(whole)}.items() if value}


def seal(record: Verification) -> str:
    """Return a hash of a record, which a line changed by hand no longer fits."""
    said = (record.by, record.on, record.scope, record.asset, record.guidance, record.rests_on,
            " ".join(record.parts.split()))  # fmt: skip
    return hashlib.sha256("\n".join(map(str, said)).encode("utf-8", "replace")).hexdigest()[
        :_WRITTEN
    ]


def rests_on(asset: Asset, words: Vocabulary) -> str:
    """Return the SHA-256 of an asset's fields and of the words of the project that it uses."""
    used = [f"{name}\n{text}" for name, text in _words_used(asset, words)]
    return hashlib.sha256("\n".join(used).encode("utf-8", "replace")).hexdigest()


def fault(record: Verification) -> Phrase | None:
    """Say why a record cannot count whatever has changed, or nothing."""
    if not record.asset or not record.guidance:
        return phrase("Its record does not say what was read")
    if record.seal != seal(record):
        return phrase("Its record was written or changed by hand")
    return None


def changed(asset: Asset, record: Verification, words: Vocabulary) -> Phrase | None:
    """
    Name what differs from what was verified, as the beginning of a sentence; None if nothing.

    See `fault` for records that say too little to tell.
    """
    fresh_text = _same(record.asset, asset.digest)
    fresh_guidance = _same(record.guidance, asset.guidance_digest)
    fresh_words = _same(record.rests_on, rests_on(asset, words))
    if fresh_text and fresh_guidance and fresh_words:
        return None
    named = _named(asset, record, words)
    if not named:
        whole = [phrase("the text")] if not fresh_text else []
        whole += [phrase("the guidance")] if not fresh_guidance else []
        named = whole or [phrase("what it rests on")]
    return _sentence(named)


def _named(asset: Asset, record: Verification, words: Vocabulary) -> list[Phrase]:
    before = part_hash.read(record.parts)
    now = {f"#{anchor}": digest for anchor, digest in asset.text_parts}
    now |= dict(_guidance_parts(asset.guidance))
    now |= {name: part_hash.of_part(text) for name, text in _words_used(asset, words)}
    used = {f"{kind}:{word}": parts for (kind, word), parts in resting(asset.guidance).items()}
    found = []
    for name, digest in now.items():
        if name not in before:
            found.append(phrase("{part} (new)", part=_shown(name)))
        elif before[name] != digest:
            number = part_hash.same_but_for_numbers(before[name], digest)
            shown = _used_in(_shown(name), used.get(name, ()))
            found.append(phrase("the number in {part}", part=shown) if number else shown)
    found += [phrase("{part} (gone)", part=_shown(name)) for name in before if name not in now]
    return found


def _shown(name: str) -> Phrase:
    if name == "#":
        return phrase("the text before the first heading")
    if name.startswith("#"):
        return phrase("the section {anchor}", anchor=name)
    kind, _, term = name.partition(":")
    return (
        phrase(_KINDS.get(kind, "`{name}`"), name=term) if term else phrase("`{name}`", name=name)
    )


_KINDS = keys(
    {
        "field": "the field `{name}`",
        "persona": "the persona `{name}`",
        "pain": "the pain `{name}`",
        "stage": "the stage `{name}`",
        "topic": "the topic `{name}`",
        "product": "the product `{name}`",
        "competitor": "the competitor `{name}`",
        "claim": "the claim `{name}`",
    }
)


def _used_in(part: Phrase, users: tuple[str, ...]) -> Phrase:
    first, more = users[:_PARTS], len(users) - _PARTS
    if more > 0:
        return phrase("{part} (used in {users} and {n} more)", part=part, users=first, n=more)
    return phrase("{part} (used in {users})", part=part, users=first) if users else part


def _sentence(named: list[Phrase]) -> Phrase:
    first = named[:_NAMED]
    if len(named) > _NAMED:
        first.append(phrase("{n} more", n=len(named) - _NAMED))
    words = first[0] if len(first) == 1 else f"{', '.join(first[:-1])} and {first[-1]}"
    verb = "has" if len(named) == 1 else "have"
    english = f"{words[0].upper()}{words[1:]} {verb} changed"
    return Phrase(english, "{parts}", {"parts": tuple(first)})


def _guidance_parts(guidance: Guidance) -> Iterator[tuple[str, str]]:
    """Yield the parts of guidance: a field, or one entry of a list by its id or its number."""
    for declared, _ in described(Guidance):
        value = getattr(guidance, declared.name)
        key = key_of(declared)
        if key == _RECORD or not value:
            continue
        if isinstance(value, tuple) and isinstance(value[0], GuidanceEntry):
            for number, entry in enumerate(value, start=1):
                name = getattr(entry, "id", "") or f"{key}-{number}"
                yield "".join(name.split()), part_hash.of_part(_text(entry))
        else:
            yield key, part_hash.of_part(_text(value))


def _text(value: object) -> str:
    """Return the words of guidance without their places."""
    if isinstance(value, GuidanceEntry):
        # What is not said is left out, so that a record outlives fields that come later.
        said = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        return " | ".join(
            f"{name}: {_text(one)}" for name, one in said.items() if one and name != "span"
        )
    if isinstance(value, tuple):
        return " / ".join(_text(one) for one in value)
    return str(value)


def _words_used(asset: Asset, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield an asset's fields, and the words of the project that it uses with what they mean."""
    for field in _FIELDS:
        value = getattr(asset, field)
        if value:
            yield f"field:{field}", str(value)
    yield "field:audience", asset.audience.word
    guidance = asset.guidance
    used = (
        ("persona", words.personas, set(words_of(guidance, "persona"))),
        ("pain", words.pains, set(words_of(guidance, "pain"))),
        ("stage", words.stages, set(guidance.stages)),
        ("topic", words.topics, set(asset.topics)),
        ("product", words.products, set(asset.products)),
        ("competitor", words.competitors, set(asset.competitors)),
        ("claim", words.claims, set(words_of(guidance, "claim"))),
    )  # fmt: skip
    for kind, terms, ids in used:
        known: dict[str, Term] = {term.id: term for term in terms if term.known}
        for name in sorted(ids - {""}):
            # Also one that nobody has defined yet: to define it changes what the guide says.
            about = _about(known[name]) if name in known else ""
            yield f"{kind}:{''.join(name.split())}", about


def _about(term: Term) -> str:
    said = {one.name: getattr(term, one.name) for one in dataclasses.fields(term)}
    return " | ".join(f"{name}: {one}" for name, one in said.items() if one and name != "span")


def _same(record: str, actual: str) -> bool:
    return len(record) >= _HASH and actual.startswith(record)
