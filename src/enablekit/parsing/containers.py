"""`:::` blocks: whom a block is for, and what is wrong with its marks."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.audience import Audience
from enablekit.parsing.diagnoses import DANGLING_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enablekit.model.finding import Finding
    from enablekit.parsing.places import Places

NOTES = "notes"
# A `:::` counts inside a quotation or a list too: what is meant for a few must not reach everybody
# because of the line it stands on.
LINE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?P<colons>:{3,})(?P<rest>[^\n]*)$", re.MULTILINE
)

_CIRCLES = tuple(circle.word for circle in Audience)
# Blocks of other tools whose names are near to ours; they show what stands in them to everybody.
_OTHERS = frozenset({"note", "custom"})
_NEAR = 0.8  # how alike a slip and a name are, as difflib measures it
_NAME = re.compile(r"[\w-]+")
# The words after a block's name, as in `::: tip Before you call` or `:::tip[Before you call]`.
_TITLE = re.compile(r"[ \t\[]*+(?!\w+=)([^\s\[\]{}][^\]{}\n]*)")


class Container(NamedTuple):
    """
    A `:::` block that is open; positions are characters of the body.

    Attributes:
        colons: How many colons open it.
        name: Its name in lower case; empty when it has none.
        audience: Who may read it, the blocks around it counted; None if nobody said.
        start: The first character of the line that opens it.
        after_name: The character after its name.
        title: The words after its name, as a stretch; None without.

    """

    colons: int
    name: str
    audience: Audience | None
    start: int
    after_name: int
    title: tuple[int, int] | None


def opened(line: re.Match[str], outer: Container | None) -> tuple[Container, bool]:
    """
    Return the block that a line opens, and whether its name looks like a slip.

    A name that is nearly an audience is taken for internal: a slip must not show to everybody
    what was meant for a few. A block inside another cannot show what that one hides.

    Args:
        line: The line, with its `colons` and the `rest` after them.
        outer: The block it stands in.

    """
    rest, offset = line["rest"], line.start("rest")
    named = _NAME.search(rest)
    name = named[0].lower() if named else ""
    end = named.end() if named else 0
    titled = _TITLE.match(rest, end)
    audience = Audience.named(name)
    slipped = audience is None and _is_slip(name)
    if slipped:
        audience = Audience.INTERNAL
    circles = [one for one in (audience, outer and outer.audience) if one is not None]
    container = Container(
        colons=len(line["colons"]),
        name=name,
        audience=min(circles, default=None),
        start=line.start(),
        after_name=offset + end,
        title=(offset + titled.start(1), offset + titled.end(1)) if titled else None,
    )
    return container, slipped


def notes_blocks(lines: Iterable[re.Match[str]]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of `::: notes` that are closed, from lines as `LINE` finds them."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[int, int, bool]] = []  # colons, where it starts, whether notes begin here
    inside = False
    for line in lines:
        if line["rest"].strip():
            named = _NAME.search(line["rest"])
            begins = not inside and named is not None and named[0].lower() == NOTES
            stack.append((len(line["colons"]), line.start(), begins))
            inside = inside or begins
        elif stack and stack[-1][0] <= len(line["colons"]):
            _, start, began = stack.pop()
            if began:
                found.append((start, line.end()))
                inside = False
    return tuple(found)


def slip(container: Container, places: Places) -> Finding:
    """Report a name that is no audience but looks like one."""
    message = f"“{container.name}” is no audience, so the block is kept internal"
    fix = "Write internal, partner, customer, public or notes after the colons"
    span = places.span_of_characters(container.start, container.after_name)
    return DANGLING_BLOCK.at(span, message, fix=fix)


def unclosed(container: Container, places: Places) -> Finding:
    """Report a block without an end."""
    kept = ""
    if container.name == NOTES:
        kept = "; the rest of the file is taken as presenter notes"
    elif container.audience is not None:
        kept = "; the rest of the file is kept internal"
    fix = f"Write a line with only {':' * container.colons} where the block ends"
    span = places.span_of_characters(container.start, container.after_name)
    message = f"the block “{container.name}” is never closed{kept}"
    return DANGLING_BLOCK.at(span, message, fix=fix)


def stray(colons: str, at: int, stack: Sequence[Container], places: Places) -> Finding:
    """
    Report an end that ends no block.

    Args:
        colons: The colons of the line.
        at: The character at which they start.
        stack: The blocks that are open, the innermost last.
        places: The body.

    """
    if stack:
        message = f"{colons} does not close the block “{stack[-1].name}”"
        wanted = ":" * stack[-1].colons
        fix = f"Write {wanted}, as many colons as where the block starts"
    else:
        message = f"{colons} closes a block that was never opened"
        fix = "Delete the line, or open a block above it, such as ::: internal"
    span = places.span_of_characters(at, at + len(colons))
    return DANGLING_BLOCK.at(span, message, fix=fix)


def _is_slip(name: str) -> bool:
    if name in {NOTES, *_OTHERS}:
        return False
    return bool(get_close_matches(name, (*_CIRCLES, NOTES), n=1, cutoff=_NEAR))
