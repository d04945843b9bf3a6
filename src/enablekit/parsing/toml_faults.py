"""The slips that make a line invalid TOML: how to recognise, to explain and to mend each."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.parsing import date_repair
from enablekit.parsing.diagnoses import DUPLICATE_KEY, FRONT_MATTER_INVALID, INVALID_DATE
from enablekit.parsing.yaml_findings import shown

if TYPE_CHECKING:
    from enablekit.model.diagnosis import Diagnosis

_ENTRY = re.compile(r"""[ \t]*(?P<key>[\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*(?P<sign>[=:])[ \t]*""")
_BARE_KEY = re.compile(r"[A-Za-z0-9_.-]+\Z|[\"']")
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_CURLY = "“”‘’„«»"
_OPENERS = ("[", "{", '"""', "'''")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    One slip that a line seems to have.

    Attributes:
        start: The 0-based column at which it starts.
        message: What is wrong.
        fix: How to mend it.
        mended: The line to read in its place; None if no other line would help.
        diagnosis: What to report it as.

    """

    start: int
    message: str
    fix: str
    mended: str | None = ""
    diagnosis: Diagnosis = FRONT_MATTER_INVALID


def opens_something(line: str) -> bool:
    """Tell whether a line starts a list or a text that may go on below."""
    entry = _ENTRY.match(line)
    return entry is not None and line.startswith(_OPENERS, entry.end())


def of_line(line: str, said: str) -> Fault:
    """Return the slip in a line about which tomllib said something."""
    entry = _ENTRY.match(line)
    if entry is None:
        return _stray(line)
    key, value, start = entry["key"], line[entry.end() :].strip(), entry.end()
    if said.startswith(_TWICE):
        fix = "Delete one of the two; until then the first one counts"
        return Fault(start=0, message=f"`{key}` stands twice", fix=fix, diagnosis=DUPLICATE_KEY)
    if entry["sign"] == ":":
        return Fault(
            start=entry.start("sign"),
            message=f"`{key}` is followed by a colon, as in YAML",
            fix=f"Write `{key} = …`, or fence the front matter with `---` if all of it is YAML",
            mended=_as_written(key, value) or _quoted(key, value),
        )
    if not value or value.startswith("#"):
        fix = f'Write `{key} = ""`, or delete the line'
        return Fault(start=start, message=f"`{key}` has no value", fix=fix)
    if not _BARE_KEY.match(key):
        fix = f'Write `"{key}" = …`'
        message = f"the key `{key}` needs quotation marks in TOML"
        return Fault(start=0, message=message, fix=fix, mended=_as_written(key, value))
    return _of_value(key, value, start)


def _stray(line: str) -> Fault:
    return Fault(
        start=len(line) - len(line.lstrip()),
        message=f"`{shown(line)}` is not `key = value`",
        fix="Mend it, move it below the closing `+++`, or delete it",
    )


def _of_value(key: str, value: str, start: int) -> Fault:
    if value.startswith(_OPENERS):
        message = f"what opens after `{key} =` is not closed, or holds something that is no TOML"
        fix = "Check its brackets, commas and quotation marks"
        return Fault(start=start, message=message, fix=fix, mended=None)
    mended = _quoted(key, value)
    if date_repair.looks_like_date(value):
        return Fault(
            start=start,
            message=f"`{shown(value)}` is no date that TOML can read",
            fix=date_repair.suggestion(value),
            mended=mended,
            diagnosis=INVALID_DATE,
        )
    return Fault(start=start, message=_why(key, value), fix=_fix(mended), mended=mended)


def _why(key: str, value: str) -> str:
    if value[0] in _CURLY:
        return f"`{key}` has curly quotation marks, which TOML does not know"
    if value[0] not in "\"'":
        return f"`{key}` has a value without quotation marks"
    if value.count(value[0]) == 1:
        return f"the quotation mark that opens `{key}` is never closed"
    if "\\" in value:
        return f"`{key}` has a backslash that means nothing to TOML"
    return f"`{key}` has quotation marks inside its quotation marks, or text behind them"


def _fix(mended: str) -> str:
    longest = 72  # longer lines are described, not repeated
    return f"Write `{mended}`" if len(mended) <= longest else 'Put it in straight quotes: `"…"`'


def _as_written(key: str, value: str) -> str | None:
    """Return an entry with its value as it stands, if that is TOML."""
    line = f"{key if _BARE_KEY.match(key) else json.dumps(key, ensure_ascii=False)} = {value}"
    try:
        tomllib.loads(line)
    except (ValueError, RecursionError):
        return None
    return line


def _quoted(key: str, value: str) -> str:
    words = value.strip("\"'" + _CURLY) if value[:1] in "\"'" + _CURLY else value
    text = json.dumps(_CONTROLS.sub(" ", words), ensure_ascii=False)
    return f"{key if _BARE_KEY.match(key) else json.dumps(key, ensure_ascii=False)} = {text}"
