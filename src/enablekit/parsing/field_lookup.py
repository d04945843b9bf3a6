"""The top of the front matter read under enablekit's keys or the keys a repository already has."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enablekit.model.asset_fields import STATUSES, AssetFields
from enablekit.model.value import Mapping, Scalar, Sequence
from enablekit.model.vocabulary import Vocabulary
from enablekit.parsing import scalars
from enablekit.parsing.diagnoses import NEAR_MISS_FIELD, UNKNOWN_TERM
from enablekit.parsing.entry_reader import Shape, read_field, shapes
from enablekit.parsing.reading import Reading, did_you_mean

if TYPE_CHECKING:
    from enablekit.config.presets import FieldMap
    from enablekit.model.span import Span
    from enablekit.model.value import Value

_NO_WORDS = Vocabulary()
_GUIDANCE = "enablement"
_DRAFT = "draft"


def read(tree: Mapping, types: frozenset[str], fields: FieldMap, reading: Reading) -> AssetFields:
    """
    Read what the front matter says about the asset itself.

    Args:
        tree: The front matter.
        types: The names of the asset types; a `type:` that is none of them belongs to the site.
        fields: Other keys to look under, per field.
        reading: Where findings go.

    """
    others = dict(fields)
    arguments: dict[str, Any] = {"span": tree.span}
    places: list[tuple[str, Span]] = []
    for key, shape in shapes(AssetFields).items():
        # A mapping that names the field's own key says where in the order it comes.
        own = None if key in others.get(key, ()) else tree.get(key)
        if own is not None and _is_ours(key, own, types, tree):
            read_field(shape, own, reading, key, arguments)
            if arguments.get(shape.name):
                places.append((key, own.span))
                continue
        if key in others:
            _read_aliased(shape, tree, others[key], reading, arguments)
    _check_type(tree.get("type"), types, reading)
    if arguments.get("status", STATUSES[0]) not in STATUSES:
        last = reading.findings[-1]
        held_back = f"{last.message}, so it is held back as a draft"
        reading.findings[-1] = replace(last, message=held_back)
    if "status" not in arguments:
        arguments["status"] = _status(tree, reading)
    return AssetFields(**arguments, places=tuple(places))


def _check_type(value: Value | None, types: frozenset[str], reading: Reading) -> None:
    """
    Report a type that is one of ours but for its spelling.

    Any other belongs to the site generator: `type: product` is a layout in many repositories.
    """
    if not isinstance(value, Scalar) or value.text.strip() in types:
        return
    letters = _letters(value.text)
    close = next((name for name in sorted(types) if _letters(name) == letters), "")
    if close:
        reading.report(
            UNKNOWN_TERM,
            value.span,
            f"`{value.text.strip()}` is not an asset type",
            fix=f"Did you mean `{close}`?",
            place="type",
        )


def _letters(word: str) -> str:
    """Return a word without what people leave out or put in between."""
    return "".join(char for char in word.casefold() if char.isalnum()).removesuffix("s")


def _is_ours(key: str, value: Value, types: frozenset[str], tree: Mapping) -> bool:
    """Tell whether a key means what enablekit means by it: Hugo's `type` is a layout."""
    if not isinstance(value, Scalar):
        return key != "type"
    word = value.text.strip()
    if key == "type":
        return word in types
    if key == "status" and tree.get(_DRAFT) is not None:
        # Next to a switch that decides, `status: Live` is a word of the site's own.
        return word in STATUSES or bool(did_you_mean(word, STATUSES))
    if key == "published":  # Jekyll's `published: false` is a switch, not a day
        return word.casefold() not in {"true", "false"}
    return True


def _read_aliased(
    shape: Shape, tree: Mapping, keys: tuple[str, ...], reading: Reading, arguments: dict[str, Any]
) -> None:
    """Read the first other key that says something, without holding it to our vocabularies."""
    quiet = Reading(_NO_WORDS)
    for key in keys:
        value = _reach(tree, key)
        if value is None or scalars.is_empty(value):
            continue
        read_field(shape, _plain(value, many=shape.many), quiet, key, arguments)
        if arguments.get(shape.name):
            break
    # A date that cannot be read matters under any name; a tag list in another form does not.
    reading.findings.extend(one for one in quiet.findings if shape.kind == "date")


def _reach(tree: Mapping, key: str) -> Value | None:
    """Follow a dotted key, such as `last_update.date`."""
    value: Value | None = tree
    for step in key.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _plain(value: Value, *, many: bool) -> Value:
    """Take the name of `{name: …}` and the first of a list where one text is wanted."""
    if isinstance(value, Mapping):
        return value.get("name") or value.get("title") or value
    if isinstance(value, Sequence) and not many and value.items:
        return _plain(value.items[0], many=False)
    return value


def _status(tree: Mapping, reading: Reading) -> str:
    draft = tree.get(_DRAFT)
    if draft is not None and not scalars.is_empty(draft):
        return "draft" if scalars.yes_or_no(draft, reading, _DRAFT) else "published"
    published = tree.get("published")
    if isinstance(published, Scalar) and published.text.strip().casefold() == "false":
        return "draft"
    return "published"


def leftover(tree: Mapping, fields: FieldMap, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Keep the keys enablekit does not know, and report those that look like a slip."""
    ours = _ours()
    mapped = {key.split(".")[0] for _, keys in fields for key in keys}
    extra: list[tuple[str, str]] = []
    for entry in tree.entries:
        if entry.key in ours or entry.key in mapped:
            continue
        extra.append((entry.key, entry.value.text if isinstance(entry.value, Scalar) else ""))
        # Only near-certain slips: repositories have many keys of their own.
        close = _ours_like(entry.key)
        if close and close not in {one.key for one in tree.entries} and _slip(entry.key, close):
            reading.report(
                NEAR_MISS_FIELD,
                entry.key_span,
                f"`{entry.key}` is not read",
                fix=f"Did you mean `{close}`?",
                place=entry.key,
            )
    return tuple(extra)


@functools.cache
def _ours() -> frozenset[str]:
    return frozenset((*shapes(AssetFields), _GUIDANCE, _DRAFT))


# A site's own keys are the same in all its files, and to compare words takes long.
@functools.lru_cache(maxsize=1 << 10)
def _ours_like(key: str) -> str:
    return did_you_mean(key, _ours())


def _slip(written: str, meant: str) -> bool:
    """Tell whether two words differ by case or by a letter or two and not by meaning."""
    if written.casefold() == meant or sorted(written) == sorted(meant):
        return True
    return len(meant) > _SHORT and abs(len(written) - len(meant)) <= 1 and written[0] == meant[0]


_SHORT = 5
