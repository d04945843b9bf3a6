"""Guidance with something to look for in every field, for tests of what must never get through."""

from __future__ import annotations

import typing
from dataclasses import is_dataclass
from typing import TYPE_CHECKING

from enablekit.model.field import described, key_of

if TYPE_CHECKING:
    from collections.abc import Callable


def planted(owner: type, trail: str, said: Callable[[str], str]) -> dict[str, object]:
    """
    Fill every field of a class, however deep, as an author would write it.

    Args:
        owner: The class.
        trail: What the fields hang on, such as `guidance`.
        said: Gives the text of a field by its trail.

    """
    hints = typing.get_type_hints(owner)
    values: dict[str, object] = {}
    for declared, field in described(owner):
        hint = hints[declared.name]
        inner = [one for one in typing.get_args(hint) if one not in {Ellipsis, type(None)}]
        kind = inner[0] if inner else hint
        where = f"{trail}-{declared.name}".replace("_", "-")
        value: object = said(where)
        if field.one_of:
            value = field.one_of[0]
        elif is_dataclass(kind) and isinstance(kind, type):
            value = planted(kind, where, said)
        elif kind is int:
            value = 7
        elif kind is bool:
            value = True
        elif kind is not str:
            value = "2026-01-02"
        many = typing.get_origin(hint) is tuple
        values[key_of(declared)] = [value] if many else value
    return values
