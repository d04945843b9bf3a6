"""JSON Schema of the model, made from the dataclasses themselves."""

from __future__ import annotations

import datetime as dt
import inspect
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum, IntEnum
from typing import Any

from enablekit.model.span import Span

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLACE = {
    "type": "object",
    "description": "Where it stands in the source.",
    "properties": {
        "path": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "end_line": {"type": "integer", "minimum": 1},
    },
    "required": ["line", "end_line"],
    "additionalProperties": False,
}
_SIMPLE: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    Span: _PLACE,
}


def of(owner: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """
    Return a reference to the schema of a dataclass, and put the schema among the definitions.

    Optional members may be left out, as the writer leaves out what is empty.
    """
    name = owner.__name__
    if name not in definitions:
        definitions[name] = {}  # reserved first, so that a class may contain itself
        hints = typing.get_type_hints(owner)
        members = fields(owner)
        definitions[name] = {
            "type": "object",
            "description": (inspect.getdoc(owner) or "").split("\n")[0],
            "properties": {
                member.name: _hint(hints[member.name], definitions) for member in members
            },
            "required": [member.name for member in members if _always(member, hints)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _always(member: Any, hints: dict[str, Any]) -> bool:  # noqa: ANN401 - a dataclass field of any type
    """Tell whether a member is always written: it has no default and cannot be empty."""
    no_default = member.default is MISSING and member.default_factory is MISSING
    return no_default and (is_dataclass(hints[member.name]) or hints[member.name] in {int, bool})


def _hint(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type hint
    if hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    if isinstance(hint, type) and issubclass(hint, IntEnum):
        return {"enum": [one.name.lower() for one in hint]}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    if is_dataclass(hint):
        return of(typing.cast("type", hint), definitions)
    inner = [one for one in typing.get_args(hint) if one not in {Ellipsis, types.NoneType}]
    if typing.get_origin(hint) is tuple:
        kinds = [_hint(one, definitions) for one in dict.fromkeys(inner)]
        return {"type": "array", "items": kinds[0] if len(kinds) == 1 else {"anyOf": kinds}}
    kinds = [_hint(one, definitions) for one in inner]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
