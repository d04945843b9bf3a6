"""The model as plain data for JSON: names, texts, numbers, lists; nothing empty."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from enum import Enum, IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


# For each dataclass met so far, its members and what takes them all at once.
_DATACLASSES: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}


def plain(value: object, *, with_paths: bool = True) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """
    Turn a value of the model into plain data.

    Args:
        value: A dataclass, a tuple, an enum, a date or a simple value.
        with_paths: Whether places name their file; a wider audience must not see file names.

    """
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        return [plain(item, with_paths=with_paths) for item in value]  # type: ignore[attr-defined] # a tuple
    if kind is Span:
        return _place(value, with_paths=with_paths)  # type: ignore[arg-type] # a span
    if kind in _DATACLASSES or is_dataclass(kind):
        return _members(value, with_paths=with_paths)
    return _simple(value)


_AS_THEY_ARE = frozenset({str, int, bool, type(None)})
_NUMBERS = frozenset({int, bool})


def _members(value: object, *, with_paths: bool) -> dict[str, Any]:
    """Write the members that say something; 0 and false do, an empty text or list does not."""
    data: dict[str, Any] = {}
    names, take = _DATACLASSES.get(type(value)) or _met(type(value))
    for name, member in zip(names, take(value), strict=True):
        if type(member) is str:
            if member:
                data[name] = member
        elif member or type(member) in _NUMBERS:
            written = plain(member, with_paths=with_paths)
            if written != {}:
                data[name] = written
    return data


def _met(owner: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:  # noqa: ANN401 - the class of any dataclass
    names = tuple(field.name for field in fields(owner))
    # With a single name the getter gives the member itself; asked twice, it gives a tuple.
    getter = attrgetter(*names) if len(names) > 1 else attrgetter(names[0], names[0])
    found = (names, getter if len(names) > 1 else lambda value: getter(value)[:1])
    _DATACLASSES[owner] = found
    return found


def _simple(value: object) -> object:
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def _place(span: Span, *, with_paths: bool) -> dict[str, Any]:
    place: dict[str, Any] = {"line": span.line, "end_line": span.end_line}
    if with_paths and span.path:
        place["path"] = span.path
    return place


def line(data: object) -> str:
    """Return data as JSON in one line; never NaN."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def placeless(value: object) -> object:
    """Return plain data without spans, to compare what is said and not where."""
    if isinstance(value, dict):
        return {key: placeless(one) for key, one in value.items() if key != "span"}
    return [placeless(one) for one in value] if isinstance(value, list) else value


def document(data: Any, *, indent: int = 2) -> str:  # noqa: ANN401 - JSON has no narrower type
    """
    Write a whole JSON document for a file or a log.

    Half a character, which only damaged input holds, becomes a question mark. In the log of a job
    `##[` would begin a command; JSON can spell it in another way.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "replace").decode().replace("##[", "##\\u005b") + "\n"
