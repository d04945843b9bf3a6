"""Values become the model's entries, field by field, as the model itself describes them."""

from __future__ import annotations

import datetime as dt
import functools
import types
import typing
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from enablekit.model.audience import Audience
from enablekit.model.field import Field, described, key_of
from enablekit.model.value import Entry, Mapping, Scalar, Sequence
from enablekit.parsing import scalars
from enablekit.parsing.diagnoses import WRONG_FIELD_TYPE

if TYPE_CHECKING:
    from enablekit.model.value import Value
    from enablekit.parsing.reading import Reading

T = TypeVar("T")

_SHOWN = 4  # keys named in advice; more would bury the point


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """
    How one field is read.

    Attributes:
        name: The attribute.
        kind: `text`, `number`, `figure`, `flag`, `date` or `entry`.
        many: Whether it holds several.
        entry: The class of its entries, for `entry`.
        field: The field's description.

    """

    name: str
    kind: str
    many: bool
    entry: type | None
    field: Field


_KINDS: dict[object, str] = {str: "text", int: "number", bool: "flag", dt.date: "date"}


def _shape(name: str, hint: object, field: Field) -> Shape:
    many = typing.get_origin(hint) is tuple
    inner = [arg for arg in typing.get_args(hint) if arg not in {Ellipsis, types.NoneType}]
    plain = inner[0] if inner else hint
    entry = plain if is_dataclass(plain) and isinstance(plain, type) else None
    kind = "entry" if entry else "figure" if field.figure else _KINDS[plain]
    return Shape(name=name, kind=kind, many=many, entry=entry, field=field)


@functools.cache
def shapes(owner: type) -> dict[str, Shape]:
    """Return how each field of a class is read, by the key an author writes."""
    hints = typing.get_type_hints(owner)
    return {
        key_of(declared): _shape(declared.name, hints[declared.name], field)
        for declared, field in described(owner)
    }


def read_entry(
    owner: type[T], value: Value, reading: Reading, place: str, **given: object
) -> T | None:
    """
    Read a value as an entry of a class.

    A bare text fills the class's shorthand field. What does not fit is reported and left out;
    the rest of the entry is kept.
    """
    mapping = _as_mapping(owner, value, reading, place)
    if mapping is None:
        return None
    known = shapes(typing.cast("type", owner))
    arguments: dict[str, Any] = {"span": mapping.span, **given}
    for entry in mapping.entries:
        shape = known.get(entry.key)
        if shape is not None:
            read_field(shape, entry.value, reading, place or entry.key, arguments)
        elif entry.key in _CARRIED and hasattr(owner, "draft"):
            _read_carried(entry, reading, place, arguments)
        else:
            reading.unknown_key(entry.key, known.keys(), entry.key_span, place)
    return owner(**arguments)


_CARRIED = frozenset({"audience", "draft", "lines"})


def _read_carried(entry: Entry, reading: Reading, place: str, arguments: dict[str, Any]) -> None:
    if entry.key == "draft":
        arguments["draft"] = scalars.yes_or_no(entry.value, reading, f"draft of {place}")
    elif entry.key == "lines" and isinstance(entry.value, Scalar):
        arguments["lines"] = entry.value.text
    elif entry.key == "audience":
        arguments["audience"] = audience(entry.value, reading, place)


def audience(value: Value, reading: Reading, place: str) -> Audience:
    """Read an audience; a word that is none is reported and read as internal, to be safe."""
    word = scalars.text(value, reading, f"audience of {place}")
    found = Audience.named(word)
    if found is None:
        names = [one.word for one in Audience]
        reading.unknown_word(word, "audience", names, value.span, place)
        return Audience.INTERNAL
    return found


def _as_mapping(owner: type, value: Value, reading: Reading, place: str) -> Mapping | None:
    if isinstance(value, Mapping):
        return value
    short = getattr(owner, "shorthand", "")
    if isinstance(value, Scalar) and value.kind != "null" and short:
        entry = Entry(key=short, key_span=value.span, value=value)
        return Mapping(entries=(entry,), span=value.span)
    if not scalars.is_empty(value):
        keys = list(shapes(owner))
        text_only = short and len(keys) == 1
        some = ", ".join(f"`{key}: …`" for key in keys[:_SHOWN])
        more = " and so on; `enablekit fields` lists all" if len(keys) > _SHOWN else ""
        reading.report(
            WRONG_FIELD_TYPE,
            value.span,
            f"{place or 'enablement'} should {'be one text' if text_only else 'have lines below'}",
            fix="Write one text" if text_only else f"Write lines such as {some}{more}",
            place=place,
        )
    return None


def read_field(
    shape: Shape, value: Value, reading: Reading, place: str, arguments: dict[str, Any]
) -> None:
    """Read one field and put it among a class's arguments; an empty one is left out."""
    if scalars.is_empty(value):
        return
    name = shape.field.key or shape.name
    where = name if place in {"", name} else f"{name} of {place}"
    if not shape.many:
        single = _one(shape, value, reading, where)
        if single is not None:
            arguments[shape.name] = single
        return
    items = _listed(shape, value)
    # "objection 2" says where better than the line alone when a list is long.
    read = [
        _one(shape, item, reading, f"{name} {number}" if len(items) > 1 else where)
        for number, item in enumerate(items, start=1)
        if not scalars.is_empty(item)
    ]
    arguments[shape.name] = tuple(one for one in read if one is not None and one != "")


def _listed(shape: Shape, value: Value) -> tuple[Value, ...]:
    """Return the values of a list; for pairs, each `this: that` is one."""
    items = value.items if isinstance(value, Sequence) else (value,)
    names: tuple[str, ...] = getattr(shape.entry, "by_key", ())
    if not names:
        return items
    return tuple(
        pair
        for item in items
        for pair in (_pairs(item, names) if isinstance(item, Mapping) else (item,))
    )


def _pairs(mapping: Mapping, names: tuple[str, ...]) -> tuple[Value, ...]:
    """Turn lines such as `CFO: the cost paper` into entries; an entry written out stays one."""
    if any(entry.key in names for entry in mapping.entries):
        return (mapping,)
    first, second = names
    pairs = []
    for entry in mapping.entries:
        key = Scalar(text=entry.key, kind="text", span=entry.key_span, value=entry.key)
        entries = (
            Entry(key=first, key_span=entry.key_span, value=key),
            Entry(key=second, key_span=entry.key_span, value=entry.value),
        )
        pairs.append(Mapping(entries=entries, span=entry.key_span.through(entry.value.span)))
    return tuple(pairs)


def _one(shape: Shape, value: Value, reading: Reading, place: str) -> Any:  # noqa: ANN401 - the type is the field's
    if shape.entry is not None:
        return read_entry(shape.entry, value, reading, place)
    if shape.kind == "number":
        return scalars.whole_number(value, reading, place)
    if shape.kind == "figure":
        return scalars.figure(value, reading, place)
    if shape.kind == "flag":
        return scalars.yes_or_no(value, reading, place)
    if shape.kind == "date":
        return scalars.date(value, reading, place)
    word = scalars.text(value, reading, place)
    if word and shape.field.one_of and word not in shape.field.one_of:
        reading.unknown_word(word, f"{shape.name} value", shape.field.one_of, value.span, place)
    if word and shape.field.refers:
        reading.check_reference(shape.field.refers, word, value.span, place)
    return word
