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
def _names(owner: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(owner))


def plain(value: object, *, with_paths: bool = True) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """
    Turn a value of the model into plain data.

    Args:
        value: A dataclass, a tuple, an enum, a date or a simple value.
        with_paths: Whether places name their file; a wider audience must not see file names.

    """
    if isinstance(value, Span):
        return _place(value, with_paths=with_paths)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: plain(member, with_paths=with_paths)
            for name in _names(type(value))
            if (member := getattr(value, name)) not in _EMPTY
        }
    if isinstance(value, tuple | list):
        return [plain(item, with_paths=with_paths) for item in value]
    return _simple(value)


def _simple(value: object) -> object:
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


_EMPTY: tuple[object, ...] = ("", (), None)


def _place(span: Span, *, with_paths: bool) -> dict[str, Any]:
    place: dict[str, Any] = {"line": span.line, "end_line": span.end_line}
    if with_paths and span.path:
        place["path"] = span.path
    return place


def text(data: object) -> bytes:
    """Return data as JSON: UTF-8, sorted as given, one line end at the end, never NaN."""
    written = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    # A lone surrogate cannot be written as UTF-8; it can only come from damaged input.
    return (written + "\n").encode("utf-8", "replace")
