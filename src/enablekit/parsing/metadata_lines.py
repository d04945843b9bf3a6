"""Tells lines of metadata from lines of prose, for texts whose fences do not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY = re.compile(r"""(?:[^\W\d][\w.-]*|"[^"\n]+"|'[^'\n]+')[ \t]*:(?=\s|\Z)""")
_GLUED_KEY = re.compile(r"[a-z_][\w-]*:(?=[^\s:/])|[a-z_][\w-]*:(?=https?://)")
_TOML_KEY = re.compile(r"""(?:[\w.-]+|"[^"\n]+"|'[^'\n]+')[ \t]*[=:]|\[""")
_JSON_KEY = re.compile(r'[{}\[\]]|"[^"\n]*"[ \t]*:')
# Between fences people also write keys of several words, TOML, flow mappings and merge marks.
_KEY_LIKE = re.compile(
    r"""[\w~][\w.-]*(?:[ ][\w.-]+){0,3}[ \t]*(?::(?=[ \t]|\Z)|=(?=[ \t]))"""
    r"""|[a-z_][\w-]*:(?=[^\s:/])|["'][^"'\n]+["'][ \t]*:|[?:][ ]|\{(?![{%])|<<<<<<<[ ]|<<:"""
)
_HEADING = re.compile(r"#{1,6} \S")
_READ = 400  # lines; whoever writes more metadata has shown before that it is metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """
    The metadata at the start of some lines.

    Attributes:
        last: How many lines it takes, without blank lines and comments at its end.
        stop: The 0-based first line that is something else.
        keys: The keys in column 1.

    """

    last: int
    stop: int
    keys: tuple[str, ...]


def extent(lines: list[str], dialect: str) -> Extent:
    """Return how far metadata reaches from the first line on."""
    pattern = {"toml": _TOML_KEY, "json": _JSON_KEY}.get(dialect, _KEY)
    keys: list[str] = []
    last = 0
    may_list = False  # whether an unindented list may follow, as after `topics:`
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            continue
        key = pattern.match(line) or (keys and _GLUED_KEY.match(line))
        if key:
            keys.append(key[0].rstrip(" \t:=").strip("\"'"))
            may_list = line.rstrip().endswith((":", "[", ","))
        elif not keys or not _goes_on(line, may_list=may_list):
            return Extent(last=last, stop=number, keys=tuple(keys))
        last = number + 1
    return Extent(last=last, stop=len(lines), keys=tuple(keys))


def _goes_on(line: str, *, may_list: bool) -> bool:
    """Tell whether a line without a key belongs to the key above it."""
    if line[0] in " \t":
        return True
    return may_list and line.startswith(("- ", '"', "'", "]"))


def starts_with_key(text: str) -> bool:
    """Tell whether a text starts with `key:`."""
    return _KEY.match(text) is not None


def is_metadata(source: str) -> bool:
    """
    Tell whether the lines between two `---` are front matter rather than text between two rules.

    Lines of `key: value` have to lead or to prevail. After a blank line, as behind a rule, they
    have to do both, and a heading with a single key below it is a slide.
    """
    lines = source.split("\n")[:_READ]
    first_column = [line for line in lines if line.strip() and line[0] not in " \t#"]
    candidates = [line for line in first_column if not line.startswith("- ") and line != "-"]
    if not candidates:
        return not any(line.strip() for line in lines)
    keys = sum(_KEY_LIKE.match(line) is not None for line in candidates)
    leads = _KEY_LIKE.match(candidates[0]) is not None
    if lines[0].strip():
        return leads or 2 * keys > len(candidates)
    return leads and 2 * keys >= len(candidates) and not (keys == 1 and _has_heading(lines))


def _has_heading(lines: list[str]) -> bool:
    """Tell whether a heading stands between blank lines, as comments seldom do."""
    padded = ["", *lines, ""]
    return any(
        _HEADING.match(line) and not padded[at].strip() and not padded[at + 2].strip()
        for at, line in enumerate(lines)
    )


def is_toml(source: str) -> bool:
    """Tell whether the lines between two `+++` hold a key or nothing at all."""
    lines = [line for line in source.split("\n")[:_READ] if line.strip()]
    return not lines or any(_TOML_KEY.match(line) for line in lines)
