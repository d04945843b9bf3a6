"""YAML becomes a tree of values that remember their place, and nothing in it is ever run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from enablekit.model.finding import Severity
from enablekit.model.span import Span
from enablekit.model.value import Mapping, Scalar
from enablekit.parsing import salvage, yaml_recovery
from enablekit.parsing.diagnoses import (
    BAD_ENCODING,
    FRONT_MATTER_INVALID,
    FRONT_MATTER_TOO_COMPLEX,
)
from enablekit.parsing.tree_builder import TooComplexError
from enablekit.parsing.yaml_events import build

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.value import Value

# Line ends to YAML but not to Markdown or to an editor: left in, every later line is counted wrong.
_FALSE_LINE_ENDS = "\x85\u2028\u2029"
# What YAML refuses to read at all (YAML 1.1, section 4.1), and surrogates.
_ILLEGIBLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def read(
    path: str, text: str, *, first_line: int = 1, limit: int = 1 << 20
) -> tuple[Mapping | None, tuple[Finding, ...]]:
    r"""
    Read YAML without constructing anything from it.

    Args:
        path: The file, for places.
        text: The YAML, with `\n` at its line ends.
        first_line: The number of its first line in the file.
        limit: How many characters are read at most.

    Returns:
        The mapping it holds, empty for no YAML, None for a list or a single value; and what is
        wrong with it. Where a line is broken, the mapping holds what could be saved.

    """
    text, findings = _legible(path, text.removeprefix("\ufeff"), first_line)
    if len(text) > limit:
        findings.append(_too_large(path, text, first_line, limit))
        return salvage.lines(path, text[:limit], first_line=first_line), tuple(findings)
    try:
        root, found = build(path, text, first_line=first_line)
    except TooComplexError as error:
        findings.append(error.finding)
        return salvage.lines(path, text, first_line=first_line), tuple(findings)
    except yaml.YAMLError:
        tree, found = yaml_recovery.recover(path, text, first_line=first_line)
        return tree, (*findings, *found)
    if isinstance(root, Scalar) and root.kind != "null":
        respelled, slips = yaml_recovery.respell(path, text, first_line=first_line)
        if respelled is not None:
            return respelled, (*findings, *slips)
    return _mapping(path, root, (*findings, *found), first_line)


def _legible(path: str, text: str, first_line: int) -> tuple[str, list[Finding]]:
    """Replace what YAML cannot read by as many characters that it can, so that places hold."""
    first = _ILLEGIBLE.search(text)
    if first is None:
        return text, []
    character = first[0]
    line = text.count("\n", 0, first.start())
    column = first.start() - text.rfind("\n", 0, first.start())
    span = Span(path=path, line=line + first_line, column=column, end_column=column + 1)
    finding = BAD_ENCODING.at(
        span,
        f"an invisible character (U+{ord(character):04X}) stands here, which YAML tools trip over",
        fix="Delete it; it most often comes along when text is pasted",
        severity=Severity.WARNING if character in _FALSE_LINE_ENDS else None,
    )
    return _ILLEGIBLE.sub(_stand_in, text), [finding]


def _stand_in(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else "\ufffd"


def _too_large(path: str, text: str, first_line: int, limit: int) -> Finding:
    return FRONT_MATTER_TOO_COMPLEX.at(
        Span(path=path, line=first_line),
        f"the front matter has {len(text)} characters; {limit} are read",
        fix="Move long texts to the body of the file, or the data to a file of its own",
    )


def _mapping(
    path: str, root: Value | None, findings: tuple[Finding, ...], first_line: int
) -> tuple[Mapping | None, tuple[Finding, ...]]:
    if root is None:
        return Mapping(entries=(), span=Span(path=path, line=first_line)), findings
    if isinstance(root, Mapping):
        return root, findings
    finding = FRONT_MATTER_INVALID.at(
        root.span,
        "a list or a single text stands where `key: value` lines should be",
        fix="Give it a key, such as `title: …`",
    )
    return None, (*findings, finding)
