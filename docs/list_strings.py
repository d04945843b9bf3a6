"""
Lists every string that the site says, and writes the English catalogue of them.

`python docs/list_strings.py` writes `templates/strings/en.yaml`, from which a
translation starts and from which the strings that a project may change are known. With a path it
writes the same there as JSON, with placeholders, places, and notes for translators.
"""

from __future__ import annotations

import ast
import dataclasses
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, nodes

from enablekit.model import guidance_entries
from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry
from enablekit.site.drafts import field_name

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "templates" / "strings" / "en.yaml"
_ONE, _MANY = 1, 2  # texts a function takes
_IN_TEMPLATES = {"_": _ONE, "_n": _MANY, "forms": _MANY}
_IN_PYTHON = {"say": _ONE, "html": _ONE, "phrase": _ONE, "_dated": _ONE,
              "count": _MANY, "html_count": _MANY, "forms": _MANY}  # fmt: skip

NOTES = {
    "1 {month} {year}": "The first of a month; French writes 1er.",
    "{day} {month} {year}": "Any other day of a month.",
    "{month} {year}": "A month as a heading.",
    "1,000": "Shows how a thousand is written; only the sign between the digits counts.",
    ", ": "Between the members of a list, with its space if there is one.",
    "; ": "Between the members of a list whose members have commas.",
    "{n} %": "A share.",
    "{n} s": "Seconds, in short.",
    "{n} min": "Minutes, in short.",
    "Say": "Heading and label: what a rep says aloud.",
    "Ask": "Label: what a rep asks aloud.",
    "Open": "Label: the first words of a talk track.",
    "Show": "Heading and label: what to show a buyer.",
    "Do": "Heading: what to do with the piece.",
    "Know": "Heading: what to know before using the piece.",
    "Prove": "Heading: what may be claimed, with proof.",
    "prove": "The job of a piece inside a sentence: to prove what we say.",
    "close": "The job of a piece inside a sentence: to close the deal.",
    "teach": "The job of a piece inside a sentence: to teach the buyer.",
    "open the door": "The job of a piece inside a sentence: to get a first conversation.",
    "For": "Label before the people a piece is for.",
    "For {}": "`{}` is the name of a kind of buyer.",
    "Against": "Label before the rivals a piece is used against.",
    "About": "Label before topics; also the name of the page about the site.",
    "Drawn": "Badge: words taken from the piece by the tool; nobody has confirmed them.",
    "Check": "Button: take the comprehension check.",
    "Present": "Button: open the presenter notes.",
    "Read it": "Button: open the piece itself.",
    "Right": "An answer that is right.",
    "Finish": "Button: end presenting.",
    "Leave": "Button: leave the presenter view.",
    "Reset": "Button: set the clock to zero.",
    "Start": "Button: start the clock.",
    "Forget": "Button: delete what is kept in the browser.",
    "Over": "Column: by how much a step took too long.",
    "Next": "Button and label: the next step.",
    "Leave it alone": "Group of situations in which not to use the piece.",
    "table": "The kind of something worth showing.",
    "figure": "The kind of something worth showing: a picture.",
    "Piece": "A piece of marketing content of no particular type.",
    "Deck": "A type of content: slides.",
    "Lead on": "Label: the words that lead to the next step.",
    "It says": "Label: words of the piece itself.",
    "In short": "The field `tldr`.",
    "Version": "The first digits of a hash of the file.",
    "{tag}Drawn{/tag} from the asset, {place}": "{place} is such as: line 12.",
    "{lines} of {file}": "{lines} is such as: lines 3–5.",
    "{what}, {day}": "{what} is such as: Updated.",
    "{verified}; next review by {day}.": "{verified}: Verified on 2 October 2026 by Ana.",
    "{verified}; a review was due on {day}.": "{verified}: Verified on 2 October 2026 by Ana.",
    "{verified}; the next review is due on {day}.": "{verified}: Verified on 2 October 2026.",
    "Changed since it was verified on {day}: {parts}.": "{parts}: the section #x, …",
    "Behind it: {means}": "What a buyer means by an objection.",
    "{n} to do": "How many pieces need something done.",
    "expired": "After a number of pieces: 3 expired.",
    "overdue": "After a number of pieces: 3 overdue.",
    "draft": "After a number of pieces: 3 draft.",
}


@dataclasses.dataclass(slots=True)
class Used:
    """A string with its plural, if it has one, and the files that say it."""

    plural: str = ""
    files: set[str] = dataclasses.field(default_factory=set)


def used() -> dict[str, Used]:
    """Return every string that templates and stages say, by its English text."""
    found: dict[str, Used] = {}
    for file, texts in (*_of_templates(), *_of_stages(), *_of_fields()):
        one = found.setdefault(texts[0], Used())
        one.files.add(file)
        one.plural = one.plural or (texts[1] if len(texts) > 1 else "")
    return dict(sorted(found.items()))


def _of_templates() -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in sorted((ROOT / "templates" / "site").glob("*.j2")):
        tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            wanted = _IN_TEMPLATES.get(getattr(call.node, "name", ""), 0)
            texts = tuple(one.value for one in call.args[:wanted] if isinstance(one, nodes.Const))
            if texts and len(texts) == wanted:
                yield file.name, texts
    for kind in ("table", "figure"):
        yield "guide_drawn.html.j2", (kind,)


def _of_stages() -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in sorted((ROOT / "src" / "enablekit").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call):
                for texts in _of_call(call):
                    yield file.name, texts


def _of_call(call: ast.Call) -> Iterator[tuple[str, ...]]:
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    if name == "keys":
        yield from ((text,) for argument in call.args for text in _texts(argument))
    wanted = _IN_PYTHON.get(name, 0)
    texts = tuple(text for argument in call.args[:wanted] for text in _texts(argument))
    if texts and len(texts) == wanted:
        yield texts


def _texts(value: ast.expr | None) -> Iterator[str]:
    """Yield the texts in a literal; of a dictionary its values."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Tuple):
        for one in value.elts:
            yield from _texts(one)
    elif isinstance(value, ast.Dict):
        for one in value.values:
            yield from _texts(one)


def _of_fields() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what an owner is asked about a field, and what proposed guidance calls its parts."""
    for declared, field in described(Guidance):
        yield "guidance.py", (field.ask or f"{field.doc.rstrip('.')}?",)
        yield "guidance.py", (field_name(key_of(declared)),)
    for kind in vars(guidance_entries).values():
        if (
            isinstance(kind, type)
            and issubclass(kind, GuidanceEntry)
            and kind.__name__ != "Verification"
        ):
            for declared, _ in described(kind):
                yield "guidance_entries.py", (field_name(key_of(declared)),)


def catalogue() -> str:
    """Return the English catalogue as YAML."""
    lines = [
        "# Every string of the site, written by docs/list_strings.py.",
        "# A project says it differently with that line in its own templates/strings/en.yaml.",
    ]
    for key, one in used().items():
        shown = json.dumps(key, ensure_ascii=False)
        if one.plural:
            lines += [f"{shown}:", f"  one: {shown}",
                      f"  other: {json.dumps(one.plural, ensure_ascii=False)}"]  # fmt: skip
        else:
            lines.append(f"{shown}: {shown}")
    return "\n".join([*lines, ""])


def listed() -> list[dict[str, object]]:
    """Return the strings as data for translators."""
    return [
        {
            "key": key,
            "plural": one.plural,
            "placeholders": re.findall(r"\{/?\w*\}", key),
            "note": NOTES.get(key, ""),
            "used in": sorted(one.files),
        }
        for key, one in used().items()
    ]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        text = json.dumps(listed(), ensure_ascii=False, indent=1)
        Path(sys.argv[1]).write_text(text + "\n", encoding="utf-8")
    else:
        CATALOGUE.write_text(catalogue(), encoding="utf-8")
