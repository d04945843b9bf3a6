"""Path patterns: which files a project means by `content/**/*.{md,mdx}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST_ALTERNATIVES = 256
_INNERMOST_BRACES = re.compile(r"\{([^{}]*)\}")
_STARS = re.compile(r"\*+")


def compile_globs(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """
    Compile patterns once into a test of a path relative to the project.

    `*` stands for any characters of one name, `?` for one character, `**` as a whole name for
    any number of folders, also none, and `{a,b}` for either. A pattern that ends in `/` means
    everything below that folder. Everything else, also `[` and a backslash, stands for itself;
    capitals matter. A test takes time in proportion to the path, whatever the pattern.

    Args:
        patterns: The patterns, with forward slashes; none match nothing.

    Returns:
        A function that tells whether any of the patterns matches the whole path.

    Raises:
        ConfigError: The braces of a pattern stand for too many alternatives.

    """
    plain = sorted({plain for pattern in patterns for plain in _without_braces(pattern)})
    if not plain:
        return lambda _path: False
    matches = re.compile("|".join(map(_translate, plain)), re.DOTALL).fullmatch
    return lambda path: matches(path) is not None


def _without_braces(pattern: str) -> list[str]:
    """Write a pattern once for each of its alternatives, innermost braces first."""
    pending, plain = [pattern], []
    while pending:
        one = pending.pop()
        braces = _INNERMOST_BRACES.search(one)
        if braces is None:
            plain.append(one)
            continue
        before, after = one[: braces.start()], one[braces.end() :]
        pending += [f"{before}{choice}{after}" for choice in braces[1].split(",")]
        if len(pending) + len(plain) > _MOST_ALTERNATIVES:
            raise ConfigError(
                f"The pattern {pattern!r} stands for more than {_MOST_ALTERNATIVES} patterns.",
                hint="Use fewer braces, or `*`.",
            )
    return plain


def _translate(pattern: str) -> str:
    """
    Turn a pattern without braces into a regular expression.

    The names between two `**` are sought where they first fit, and a group once found is not
    given up again (`(?>…)`): a later place could only leave less of the path for the rest, so
    nothing is missed, and the time stays linear.
    """
    names = pattern.removeprefix("./").split("/")
    if names[-1] == "":
        names[-1] = "**"
    *inner, last = _between_double_stars(names)
    if not inner:
        return "/".join(map(_name, last))
    head = "".join(_name(name) + "/" for name in inner[0])
    middle = (
        "(?>(?:[^/]++/)*?" + "".join(_name(name) + "/" for name in group) + ")"
        for group in inner[1:]
        if group
    )
    return head + "".join(middle) + _tail(last)


def _between_double_stars(names: list[str]) -> list[list[str]]:
    """Cut the names of a pattern at each `**`; there is one group more than there are `**`."""
    groups: list[list[str]] = [[]]
    for name in names:
        if name == "**":
            groups.append([])
        else:
            groups[-1].append(name)
    return groups


def _tail(names: list[str]) -> str:
    """Translate the names after the last `**`: they stand at the end of the path."""
    if not names:
        return ".*"
    fixed = "[^/]++/" * (len(names) - 1) + "[^/]*+"
    # The look-ahead places the last names from the end, so that nothing is tried twice.
    return rf"(?>(?:[^/]++/)*?(?={fixed}\Z))" + "/".join(map(_name, names))


def _name(name: str) -> str:
    """Translate one name, in which `*` crosses no slash."""
    if _STARS.fullmatch(name):
        return "[^/]++"
    return "".join(_pieces(_STARS.split(name)))


def _pieces(between_stars: list[str]) -> Iterator[str]:
    """Translate the text between stars; all but the last piece are taken where first found."""
    first, *rest = (re.escape(piece).replace(r"\?", "[^/]") for piece in between_stars)
    yield first
    for place, piece in enumerate(rest, start=1):
        if place == len(rest):
            yield f"[^/]*{piece}"
        elif piece:
            yield f"(?>[^/]*?{piece})"
