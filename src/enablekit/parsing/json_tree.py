"""JSON becomes a tree of values that remember their place: json checks it, we walk its signs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from enablekit.model.value import Mapping, Scalar
from enablekit.parsing import salvage
from enablekit.parsing.diagnoses import FRONT_MATTER_INVALID, FRONT_MATTER_TOO_COMPLEX
from enablekit.parsing.offset_places import OffsetPlaces
from enablekit.parsing.text import legible
from enablekit.parsing.tree_builder import TooComplexError, TreeBuilder
from enablekit.parsing.yaml_findings import shown

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]|[^\s{}\[\],:"]+')
_KINDS = {"true": "bool", "false": "bool", "null": "null"}


def read(
    path: str, text: str, *, first_line: int = 1, limit: int = 1 << 20
) -> tuple[Mapping | None, tuple[Finding, ...]]:
    r"""
    Read a JSON object.

    Args:
        path: The file, for places.
        text: The JSON, with `\n` at its line ends.
        first_line: The number of its first line in the file.
        limit: How many characters are read at most.

    Returns:
        The mapping it holds, None for another value; and what is wrong with it. Where the text
        is no JSON, the mapping holds what could be saved.

    """
    places = OffsetPlaces(path, text, first_line)
    if len(text) > limit:
        found = _too_much(places, f"it has more than {limit} characters")
        return salvage.json_lines(path, text[:limit], first_line=first_line), (found,)
    try:
        # Numbers stay as they are spelled: five thousand digits are no number to Python.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
        return _built(text, places)
    except TooComplexError as error:
        found = error.finding
    except RecursionError:
        found = _too_much(places, "values are nested too deep")
    except json.JSONDecodeError as error:
        found = _explained(error, text, places)
    except ValueError as error:  # a constant that JSON does not have
        found = _constant(str(error), text, places)
    return salvage.json_lines(path, text, first_line=first_line), (found,)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _built(text: str, places: OffsetPlaces) -> tuple[Mapping | None, tuple[Finding, ...]]:
    tree = TreeBuilder(text.split("\n"), first_line=places.span(0, 0).line)
    for sign in _SIGN.finditer(text):
        written, span = sign[0], places.span(*sign.span())
        if written in {"{", "["}:
            tree.open(span, is_mapping=written == "{")
        elif written in {"}", "]"}:
            tree.close(span)
        else:
            tree.add(_scalar(written, span))
    if isinstance(tree.root, Mapping):
        return tree.root, tuple(tree.findings)
    message = "a list or a single value stands where an object should be"
    fix = 'Write `{"title": "…"}`'
    return None, (FRONT_MATTER_INVALID.at(places.span(0, 0), message, fix=fix),)


def _scalar(written: str, span: Span) -> Scalar:
    if written[0] == '"':
        text = legible(json.loads(written))
        return Scalar(text=text, kind="text", span=span, value=text)
    number = "float" if any(sign in written for sign in ".eE") else "int"
    kind = _KINDS.get(written, number)
    return Scalar(text=written, kind=kind, span=span, value="" if kind == "null" else written)


def _too_much(places: OffsetPlaces, what: str) -> Finding:
    return FRONT_MATTER_TOO_COMPLEX.at(
        places.span(0, 0),
        f"the front matter is too much to read: {what}",
        fix="Write it flatter and shorter; keep large data in a file of its own",
    )


def _constant(name: str, text: str, places: OffsetPlaces) -> Finding:
    start = max(text.find(name), 0)
    return FRONT_MATTER_INVALID.at(
        places.span(start, start + len(name)),
        f"`{name}` is no value that JSON has",
        fix=f'Put it in quotes: "{name}"',
    )


def _explained(error: json.JSONDecodeError, text: str, places: OffsetPlaces) -> Finding:
    """Say in plain words what stops the reader of JSON."""
    at = min(error.pos, len(text))
    if error.msg.startswith("Illegal trailing comma"):
        # Python 3.13 points at the comma, earlier ones at what closes behind it.
        at += 1 + len(text[at + 1 :]) - len(text[at + 1 :].lstrip())
    before = text[:at].rstrip()
    here = text[at : at + 1]
    if before.endswith(",") and here in {"}", "]"}:
        at = len(before) - 1
        message, fix = f"a comma stands before the closing `{here}`", "Delete the comma"
    elif here and here in "'‘’“”":
        message = "JSON knows straight double quotation marks only"
        fix = 'Write "…"'
    elif error.msg.startswith("Expecting ',' delimiter"):
        at = len(before)
        message, fix = "a comma is missing here, or a quotation mark too many", "Add the comma"
    elif error.msg.startswith(("Unterminated string", "Invalid control character")):
        message, fix = "a quotation mark is not closed on its line", "Close it"
    elif here in {"/", "#"}:
        message, fix = "JSON has no comments", "Delete the comment"
    else:
        line = shown(text[at : at + 40]) or "the end of the text"
        message, fix = f"this is no JSON: `{line}`", "Check the commas, colons and quotes around it"
    return FRONT_MATTER_INVALID.at(places.span(at, at), message, fix=fix)
