"""What YAML says about a value that its author did not mean, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.parsing import date_repair
from enablekit.parsing.diagnoses import (
    AMBIGUOUS_VALUE,
    FRONT_MATTER_INVALID,
    FRONT_MATTER_TOO_COMPLEX,
    INVALID_DATE,
)

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

_SHOWN = 40  # characters of a value that are enough to find it by


def shown(text: str) -> str:
    """Return the beginning of a text, on one line, to be quoted in a message."""
    line = " ".join(text[: 2 * _SHOWN].split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def trouble(kind: str, text: str, span: Span) -> Finding:
    """Report a value that tools choke on: `kind` as in `PlainReading.trouble`."""
    if kind == "date":
        fix = date_repair.suggestion(text)
        return INVALID_DATE.at(span, f"`{shown(text)}` is in no calendar", fix=fix)
    if kind == "number":
        message = f"`{shown(text)}` looks like a number but cannot be read as one"
        return FRONT_MATTER_INVALID.at(span, message, fix="Put it in quotes")
    message = f"`{shown(text)}` has a meaning of its own in YAML that few tools know"
    return FRONT_MATTER_INVALID.at(span, message, fix=f'Quote it: "{shown(text)}"')


def sign(written: str, meaning: str, span: Span) -> Finding:
    """Report a label, a reference or the name of a type."""
    return FRONT_MATTER_TOO_COMPLEX.at(
        span,
        f"YAML takes `{shown(written)}` for {meaning}, and enablekit follows none",
        fix="Put the value in quotes if it is a text; else write it out",
    )


def lost_comment(comment: str, span: Span) -> Finding:
    """Report the end of a value that YAML takes for a comment."""
    return AMBIGUOUS_VALUE.at(
        span,
        f"YAML takes `{shown(comment)}` for a comment and leaves it out of the value",
        fix="Put the whole value in quotes; if it is a comment, put a space after the `#`",
    )


def second_document(span: Span) -> Finding:
    """Report a document after the first one."""
    return FRONT_MATTER_INVALID.at(
        span,
        "a second YAML document starts here; only the first one is read",
        fix="Delete the line between the two",
    )
