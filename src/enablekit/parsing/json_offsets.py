"""Where each value of a JSON text stands, so that what is wrong with one can be shown."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(slots=True)
class _Container:
    path: Path
    is_list: bool
    place: int = 0
    key: str | None = None
    keys: set[str] = field(default_factory=set)

    def next_path(self) -> Path:
        return (*self.path, self.place if self.is_list else self.key or "")


def offsets(text: str) -> tuple[dict[Path, int], tuple[tuple[str, int], ...]]:
    """
    Walk a text that `json` has accepted.

    Returns:
        The offset of each value by its path, such as `("attempts", 0, "at")`; and the names that
        stand twice in one object, with the offset of the second, since JSON keeps only that one.

    """
    found: dict[Path, int] = {}
    twice: list[tuple[str, int]] = []
    open_: list[_Container] = []
    for sign in _SIGN.finditer(text):
        written, at = sign[0], sign.start()
        inside = open_[-1] if open_ else None
        if written in "}]":
            open_.pop()
        elif written == ",":
            _next(inside)
        elif inside and not inside.is_list and inside.key is None:
            inside.key = json.loads(written)
            if inside.key in inside.keys:
                twice.append((inside.key, at))
            inside.keys.add(inside.key)
        elif written != ":":
            path = inside.next_path() if inside else ()
            found[path] = at
            if written in "{[":
                open_.append(_Container(path=path, is_list=written == "["))
    return found, tuple(twice)


def _next(inside: _Container | None) -> None:
    if inside is not None:
        inside.place += 1
        inside.key = None
