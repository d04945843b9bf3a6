"""How values of the model travel between processes and into notes: as their fields, in order."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Travelling:
    """
    A frozen dataclass with slots that travels twice as fast.

    Python's own way asks every value anew which fields its class has, and sets each by its name.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[object, tuple[Any, ...]]:
        """Travel as the class and the values of its fields."""
        kind = type(self)
        parts = _PARTS.get(kind) or _parts(kind)
        return _made, (kind, parts[0](self))


def _made(kind: type, values: tuple[Any, ...]) -> object:
    """Make a value as it was, without looking at its fields again."""
    value: object = object.__new__(kind)
    for put, part in zip((_PARTS.get(kind) or _parts(kind))[1], values, strict=True):
        put(value, part)
    return value


_Parts = tuple["Callable[[object], tuple[Any, ...]]", tuple["Callable[[object, Any], None]", ...]]
_PARTS: dict[type, _Parts] = {}


def _parts(kind: type) -> _Parts:
    """Return what takes a value apart, and what puts each field of another in its place."""
    names = tuple(one.name for one in fields(kind))
    take = attrgetter(*names)
    puts = tuple(getattr(kind, name).__set__ for name in names)
    single = len(names) == 1
    found: _Parts = ((lambda one: (take(one),)) if single else take, puts)
    _PARTS[kind] = found
    return found
