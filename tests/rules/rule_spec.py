"""
Reads the Markdown specification of a rule.

A specification is a title with the rule's name, prose, and cases under headings of the second
level. In a case, a fenced block with a path in its first line, such as `markdown a.md`, is a file
of the project; a block of the kind `findings` lists what the rule reports, one
`path:line:column message` a line, and a case without one reports nothing; a block such as
`fixed a.md` is that file after all repairs. `Wrong` and `Right` come first. The day is 1 November
2026 unless a line of a case says `today: 2027-01-01`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
_TODAY = dt.date(2026, 11, 1)
_FENCE = re.compile(r"^(`{3,})(\w+) ?(\S*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_DAY = re.compile(r"^today: (\d{4}-\d\d-\d\d)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """
    One case of a specification.

    Attributes:
        rule: The rule's name.
        title: What the case shows.
        files: The text of each file by path.
        findings: What is reported, as `path:line:column message`.
        fixed: The text after repairs, by path.
        today: The day.

    """

    rule: str
    title: str
    files: dict[str, str]
    findings: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)
    today: dt.date = _TODAY


def cases() -> tuple[Case, ...]:
    """Return every case of every specification."""
    return tuple(case for path in sorted(FOLDER.glob("*.md")) for case in of(path))


def of(path: Path) -> tuple[Case, ...]:
    """Return the cases of one specification."""
    text = path.read_text(encoding="utf-8")
    return tuple(_case(path.stem, part) for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:])


def _case(rule: str, text: str) -> Case:
    title, _, rest = text.partition("\n")
    files: dict[str, str] = {}
    fixed: dict[str, str] = {}
    findings: tuple[str, ...] = ()
    for _, kind, path, content in _FENCE.findall(rest):
        if kind == "findings":
            findings = tuple(content.splitlines())
        elif kind == "fixed":
            fixed[path] = content
        elif path:
            files[path] = content
    day = _DAY.search(_FENCE.sub("", rest))
    today = dt.date.fromisoformat(day[1]) if day else _TODAY
    return Case(rule=rule, title=title, files=files, findings=findings, fixed=fixed, today=today)
