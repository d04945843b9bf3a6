"""Front matter that is not TOML: name each slip, mend it in memory, and read the rest."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from enablekit.model.span import Span
from enablekit.parsing import toml_faults

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.parsing.toml_faults import Fault

_MOST_FAULTS = 10
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def load(
    path: str, text: str, *, first_line: int
) -> tuple[dict[str, Any] | None, str, tuple[Finding, ...]]:
    """
    Read TOML, mending line by line what is none.

    Returns:
        The values, None if not even mending helps; the text as it was mended; and the slips.

    Raises:
        RecursionError: for arrays nested too deep.

    """
    lines = text.split("\n")
    findings: list[Finding] = []
    furthest = -1
    while True:
        try:
            return tomllib.loads("\n".join(lines)), "\n".join(lines), tuple(findings)
        except ValueError as error:
            number = _line_of(str(error), lines)
            fault = toml_faults.of_line(lines[number], str(error))
        findings.append(_finding(path, fault, number, text, first_line))
        if fault.mended is None or number <= furthest or len(findings) >= _MOST_FAULTS:
            return None, text, tuple(findings)
        furthest, lines[number] = number, fault.mended


def _line_of(said: str, lines: list[str]) -> int:
    """Return the 0-based line of an error; if it names none, the last that opens something."""
    found = _PLACE.search(said)
    if found:
        return min(int(found[1]), len(lines)) - 1
    opened = [at for at, line in enumerate(lines) if toml_faults.opens_something(line)]
    written = [at for at, line in enumerate(lines) if line.strip()]
    return (opened or written or [0])[-1]


def _finding(path: str, fault: Fault, number: int, text: str, first_line: int) -> Finding:
    width = len(text.split("\n")[number])
    span = Span(
        path=path,
        line=number + first_line,
        column=min(fault.start, width) + 1,
        end_column=width + 1,
    )
    return fault.diagnosis.at(span, fault.message, fix=fault.fix)
