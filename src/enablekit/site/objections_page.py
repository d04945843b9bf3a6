"""What the pages of all objections, from A to Z, are filled with."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from enablekit.encoding.slug import slug
from enablekit.site.entry_ids import entry_id
from enablekit.site.links import OBJECTIONS, facet_path, href, root_of
from enablekit.site.objections import heard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.site.frame import Frame
    from enablekit.site.objections import Heard

# Answers on one page; with more, every letter gets a page of its own, so that a phone can load it.
_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """
    The objections under one letter.

    Attributes:
        letter: The letter.
        id: Its place on the page.
        entries: The objections.

    """

    letter: str
    id: str
    entries: tuple[Heard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A letter of the jump bar: where it leads, how much is there, and whether this is it."""

    letter: str
    href: str
    count: int
    here: bool = False


def objection_pages(frame: Frame) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return path and values of each page of objections: one, or one more per letter."""
    if not frame.answered:
        return
    root = root_of(OBJECTIONS)
    shelves = _shelves(heard(frame, root))
    count = sum(len(one.replies) for shelf in shelves for one in shelf.entries)
    if count <= _MOST:
        jumps = [
            Jump(letter=one.letter, href=f"#{one.id}", count=len(one.entries)) for one in shelves
        ]
        yield OBJECTIONS, _values(frame, OBJECTIONS, count, jumps, shelves)
        return
    found = [_paged(one) for one in _shelves(heard(frame, f"{root}../"))]
    paths = _paths([shelf for pages in found for shelf in pages])
    jumps = [
        Jump(letter=shelf.letter, href=path, count=len(shelf.entries)) for shelf, path in paths
    ]
    yield OBJECTIONS, _values(frame, OBJECTIONS, count, _seen_from(OBJECTIONS, jumps), ())
    for shelf, path in paths:
        yield path, _values(frame, path, count, _seen_from(path, jumps), (shelf,))


def _values(
    frame: Frame, path: str, count: int, jumps: list[Jump], shelves: tuple[Shelf, ...]
) -> dict[str, Any]:
    return frame.shared(path) | {
        "count": count,
        "jumps": jumps,
        "shelves": shelves,
        "listed": sum(len(shelf.entries) for shelf in shelves),
        "letter": shelves[0].letter if path != OBJECTIONS else "",
        "all_href": href(root_of(path), OBJECTIONS),
    }


def _shelves(entries: tuple[Heard, ...]) -> tuple[Shelf, ...]:
    taken: set[str] = set()
    return tuple(
        Shelf(letter=letter, id=entry_id("letter", letter, taken), entries=tuple(under))
        for letter, under in groupby(entries, key=lambda one: one.letter)
    )


def _paged(shelf: Shelf) -> list[Shelf]:
    """Split a letter that is too much for one page; the parts are numbered."""
    pages: list[list[Heard]] = [[]]
    room = _MOST
    for one in shelf.entries:
        if pages[-1] and room < len(one.replies):
            pages.append([])
            room = _MOST
        pages[-1].append(one)
        room -= len(one.replies)
    return [
        Shelf(
            letter=f"{shelf.letter} {number}" if number > 1 else shelf.letter,
            id=shelf.id,
            entries=tuple(entries),
        )
        for number, entries in enumerate(pages, start=1)
    ]


def _paths(shelves: list[Shelf]) -> list[tuple[Shelf, str]]:
    taken: set[str] = set()
    found = []
    for shelf in shelves:
        base = name = slug(shelf.letter)
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        found.append((shelf, facet_path("objections", name)))
    return found


def _seen_from(path: str, jumps: list[Jump]) -> list[Jump]:
    root = root_of(path)
    return [
        Jump(letter=one.letter, href=href(root, one.href), count=one.count, here=one.href == path)
        for one in jumps
    ]
