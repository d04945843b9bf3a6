"""Where each key and value of a TOML text stands; tomllib itself tells only what they are."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.parsing.offset_places import OffsetPlaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.span import Span

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
# A date and its time may stand apart by one space.
_BARE_VALUE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    One value of a TOML text.

    Attributes:
        key: Where its key stands; where it stands itself, for an item of an array.
        value: Where it stands.
        written: How it is spelled.

    """

    key: Span
    value: Span
    written: str


class NotFollowedError(Exception):
    """The text is built in a way this reader does not know; places are then left out."""


def find(path: str, text: str, *, first_line: int) -> dict[Path, Place]:
    """
    Return the place of each value by the keys and the 0-based positions that lead to it.

    Args:
        path: The file.
        text: TOML that tomllib accepts.
        first_line: The number of its first line in the file.

    Raises:
        RecursionError: for arrays nested beyond what tomllib accepts as well.

    """
    scanner = _Scanner(path, text, first_line)
    with suppress(NotFollowedError):  # the values are right all the same; places may be missing
        scanner.scan()
    return scanner.places


class _Scanner:
    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.places: dict[Path, Place] = {}
        self._text = text
        self._places = OffsetPlaces(path, text, first_line)
        self._at = 0
        self._tables: dict[Path, int] = {}  # arrays of tables: how many tables each has so far

    def scan(self) -> None:
        table: Path = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._next("["):
                table = self._header()
            else:
                self._entry(table)
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise NotFollowedError
        self._at = found.end()
        return found[0]

    def _next(self, sign: str) -> bool:
        """Step over a sign if it stands here."""
        if not self._text.startswith(sign, self._at):
            return False
        self._at += len(sign)
        return True

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]` from behind its first bracket."""
        start = self._at - 1
        is_array = self._next("[")
        *before, (key, span) = self._keys()
        self._next("]")
        self._next("]")
        whole = self._places.span(start, self._at)
        path: Path = ()
        for name, place in before:
            path = self._in_table((*path, name))
            self.places.setdefault(path, Place(key=place, value=whole, written=""))
        path = (*path, key)
        self.places.setdefault(path, Place(key=span, value=whole, written=""))
        if is_array:
            self._tables[path] = self._tables.get(path, 0) + 1
        path = self._in_table(path)
        self.places.setdefault(path, Place(key=span, value=whole, written=""))
        return path

    def _in_table(self, path: Path) -> Path:
        """Return the path of the last table of an array of tables, else the path itself."""
        return (*path, self._tables[path] - 1) if path in self._tables else path

    def _keys(self) -> list[tuple[str, Span]]:
        """Read a dotted key."""
        keys = [self._key()]
        while self._next("."):
            keys.append(self._key())
        return keys

    def _key(self) -> tuple[str, Span]:
        self._skip(_SPACE)
        start = self._at
        quoted = self._text.startswith(('"', "'"), start)
        written = self._skip(_STRING if quoted else _BARE_KEY)
        span = self._places.span(start, self._at)
        self._skip(_SPACE)
        return (_unquoted_key(written) if quoted else written), span

    def _entry(self, table: Path) -> None:
        path = table
        *before, (key, span) = self._keys()
        if not self._next("="):
            raise NotFollowedError
        self._skip(_SPACE)
        for name, place in before:
            path = (*path, name)
            self.places.setdefault(path, Place(key=place, value=place, written=""))
        self._value((*path, key), span)

    def _value(self, path: Path, key: Span | None) -> None:
        start = self._at
        if self._next("["):
            self._items(path)
        elif self._next("{"):
            self._inline(path)
        else:
            quoted = self._text.startswith(('"', "'"), start)
            self._skip(_STRING if quoted else _BARE_VALUE)
        span = self._places.span(start, self._at)
        written = self._text[start : self._at]
        self.places[path] = Place(key=key or span, value=span, written=written)

    def _items(self, path: Path) -> None:
        for number in self._until("]"):
            self._value((*path, number), None)

    def _inline(self, path: Path) -> None:
        for _ in self._until("}"):
            self._entry(path)

    def _until(self, end: str) -> Iterator[int]:
        number = 0
        self._skip(_BLANK)
        while not self._next(end):
            yield number
            number += 1
            self._skip(_BLANK)
            self._next(",")
            self._skip(_BLANK)


def _unquoted_key(written: str) -> str:
    """Return a quoted key as tomllib reads it."""
    return next(iter(tomllib.loads(f"{written} = 1")))
