"""The model as plain data for JSON: names, texts, numbers, lists; nothing empty."""

from __future__ import annotations

import datetime as dt
import functools
import json
from dataclasses import fields, is_dataclass
from enum import Enum, IntEnum
from typing import Any

from enablekit.model.span import Span


@functools.cache
def _names(owner: Any) -> tuple[str, ...]:  # noqa: ANN401 - the class of any dataclass
    return tuple(field.name for field in fields(owner))


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
    if is_dataclass(kind):
        return _members(value, with_paths=with_paths)
    return _simple(value)


_AS_THEY_ARE = frozenset({str, int, bool, type(None)})
_NUMBERS = frozenset({int, bool})


def _members(value: object, *, with_paths: bool) -> dict[str, Any]:
    """Write the members that say something; 0 and false do, an empty text or list does not."""
    data: dict[str, Any] = {}
    owner: Any = type(value)
    for name in _names(owner):
        member = getattr(value, name)
        if member or type(member) in _NUMBERS:
            written = plain(member, with_paths=with_paths)
            if written != {}:
                data[name] = written
    return data


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
