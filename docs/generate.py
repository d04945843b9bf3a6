"""Writes the pages of docs/reference from the code; with --check it only names stale ones."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rules_page
import typer
from reference_page import section, table

from enablekit import errors
from enablekit.cli import _app, _ending
from enablekit.config import asset_types, presets
from enablekit.exporters import enablekit_json, front_matter_schema
from enablekit.model.asset_fields import AssetFields
from enablekit.model.guidance import Guidance
from enablekit.model.vocabulary import Vocabulary
from enablekit.parsing import brand_settings, check_settings, project_file
from enablekit.parsing.entry_reader import Shape, shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


REFERENCE = Path(__file__).parent / "reference"
_WRITTEN = "<!-- Written by docs/generate.py. Change the code, then run `make docs`. -->"
_KINDS = {
    "text": "text",
    "number": "whole number",
    "figure": "number",
    "flag": "`true` or `false`",
    "date": "date",
}


def pages() -> dict[str, str]:
    """Return every generated page by its path below docs/reference."""
    return {
        "cli.md": _page(_cli()),
        "front-matter.md": _page(_front_matter()),
        "configuration.md": _page(_configuration()),
        "rules.md": _page(rules_page.lines()),
        "exit-codes.md": _page(_exit_codes()),
        "schemas/enablekit-1.schema.json": _json(enablekit_json.schema()),
        "schemas/front-matter-1.schema.json": _json(front_matter_schema.schema()),
    }


def _page(lines: Iterable[str]) -> str:
    title, *rest = lines
    return "\n".join([title, "", _WRITTEN, "", *rest]).rstrip("\n") + "\n"


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _codes(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


# The command line


def _cli() -> Iterator[str]:
    group: Any = typer.main.get_command(_app.app)
    yield "# Commands"
    yield "Every command finds the project that the folder lies in: the nearest `enablekit.yaml`"
    yield "upward. Answers go to standard output, everything else to standard error, and the"
    yield "[exit code](exit-codes.md) says how it went."
    yield from ("", "`enablekit` alone shows where to begin. It takes:", "")
    yield from _parameters(group)
    for name, command in group.commands.items():
        yield from section(2, f"enablekit {name}", str(command.help))
        names = [one.metavar if one.required else f"[{one.metavar}]" for one in _arguments(command)]
        line = " ".join(["enablekit", name, *names, "[OPTIONS]"])
        yield from ("```text", line, "```", "")
        yield from _parameters(command)
    yield "Every command also takes `-h` or `--help`, and `--debug`, which shows the trace of a"
    yield "bug; please add it to a report."


def _arguments(command: Any) -> list[Any]:  # noqa: ANN401 - typer keeps its classes private
    return [one for one in command.params if one.param_type_name == "argument"]


def _parameters(command: Any) -> Iterator[str]:  # noqa: ANN401 - the same
    rows = [(f"`{one.metavar}`", one.help, "") for one in _arguments(command)]
    for one in command.params:
        if one.param_type_name == "option":
            value = "" if one.is_flag else f" {one.metavar or 'WORD'}"
            spelled = ", ".join(f"`{name}{value}`" for name in one.opts)
            default = "" if one.is_flag or one.default in {"", None} else f"`{one.default}`"
            rows.append((spelled, one.help, default))
    if rows:
        yield from table(("write", "for", "if left out"), rows)


# Front matter


def _front_matter() -> Iterator[str]:
    yield "# Front matter"
    yield "What may be written between the fences of an asset, or in `NAME.enable.yaml` beside a"
    yield "file that cannot carry it. YAML (`---`), TOML (`+++`) and JSON (`{`) are read. Keys that"
    yield "are not listed are kept and otherwise left alone. Editors can use the"
    yield "[JSON Schema](schemas/front-matter-1.schema.json)."
    yield ""
    yield "Where a list is wanted, a single value will do. Words such as a persona come from the"
    yield "[project file](configuration.md)."
    yield ""
    yield from section(2, "At the top")
    yield from _fields(AssetFields)
    inside = "The guidance. Nobody outside the company reads it unless an entry says so."
    yield from section(2, "Under `enablement:`", inside)
    yield from _fields(Guidance)
    yield from section(2, "Entries")
    yield "Every entry may also have `audience:` (who may read it; internal if left out),"
    yield "`draft: true` (nobody has confirmed it yet, so it does not count) and `lines:` (where"
    yield "`enablekit draft` found it)."
    yield ""
    for key, shape in _entries(Guidance):
        yield from _entry(key, shape)
    yield from section(2, "What each asset type asks for")
    yield from _types()


def _entries(owner: type, *above: str) -> Iterator[tuple[str, Shape]]:
    for key, shape in shapes(owner).items():
        if shape.entry is not None and len(shapes(shape.entry)) > 1:
            yield ".".join((*above, key)), shape
            yield from _entries(shape.entry, *above, key)


def _entry(key: str, shape: Shape) -> Iterator[str]:
    owner = _class_of(shape)
    short = getattr(owner, "shorthand", "")
    bare = f" A bare text stands for its `{short}`." if short else ""
    yield from section(3, key, f"{_first_line(owner)}{bare}")
    yield from _fields(owner, key)


def _class_of(shape: Shape) -> type:
    if shape.entry is None:
        raise TypeError(shape.name)
    return shape.entry


def _fields(owner: type, above: str = "") -> Iterator[str]:
    rows = []
    for key, shape in shapes(owner).items():
        limit = f" At most {shape.field.words} words." if shape.field.words else ""
        path = f"{above}.{key}" if above else key
        rows.append((f"`{key}`", shape.field.doc + limit, _kind(shape, path)))
    yield from table(("key", "what goes there", "kind"), rows)


def _kind(shape: Shape, path: str) -> str:
    if shape.entry is not None:
        inner = shapes(shape.entry)
        only = next(iter(inner.values())).field
        word = _reference(only.refers) if only.refers else "text"
        if len(inner) > 1:
            word = f"[entry](#{_anchor(path)})"
    elif shape.field.one_of:
        word = f"one of {_codes(shape.field.one_of)}"
    elif shape.field.refers:
        word = _reference(shape.field.refers)
    else:
        word = _KINDS[shape.kind]
    return f"{word}; several" if shape.many else word


def _reference(word: str) -> str:
    if word in {"proof", "must_know"}:
        return f"the `id` of a {'proof point' if word == 'proof' else 'must-know'}"
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _anchor(heading: str) -> str:
    """Return the address GitHub gives a heading: dots go, underscores stay."""
    return heading.lower().replace(".", "")


def _first_line(owner: type) -> str:
    return (owner.__doc__ or "").strip().split("\n")[0]


def _types() -> Iterator[str]:
    rows = [
        (f"`{one.name}`", one.label, _codes(one.requires), str(one.review_days))
        for one in (*asset_types.SHIPPED, asset_types.OTHER)
    ]
    yield from table(("type", "people read", "asks for", "review every … days"), rows)


# The project file


def _configuration() -> Iterator[str]:
    yield "# The project file"
    yield "`enablekit.yaml` at the root of a project. It may be missing, and every line in it may"
    yield "be left out; `enablekit init` writes one."
    yield from ("", "```yaml", _EXAMPLE.strip("\n"), "```", "")
    rows = ((f"`{key}`", what) for key, what in project_file.KEYS.items())
    yield from table(("key", "what it says"), rows)
    for key, keys in (("brand", brand_settings.KEYS), ("check", check_settings.KEYS)):
        yield from section(2, f"Under `{key}:`")
        yield from table(
            ("key", "what it says"), ((f"`{one}`", what) for one, what in keys.items())
        )
    lists = (
        "Each is a list of ids with details. An id alone will do: `topics: [pricing, security]`."
    )
    yield from section(2, "The project's words", lists)
    for key, shape in shapes(Vocabulary).items():
        yield from section(3, key, shape.field.doc)
        yield from _fields(_class_of(shape))
    yield from _own_types()
    yield from _presets()


_EXAMPLE = """
name: Acme field guide
language: en
audience: internal
include: ["content/**/*.md"]
types:
  case-study: ["content/customers/**"]
personas:
  cfo: {name: Chief financial officer, cares_about: Cash he can count on.}
stages:
  evaluation: {name: Evaluation, means: They compare named options.}
pains:
  late-payments: {name: Late payments, says: "We chase every invoice by phone."}
people:
  ana: {name: Ana Ruiz, role: Product marketing, email: ana@acme.example}
"""


def _own_types() -> Iterator[str]:
    yield from section(2, "Asset types of your own")
    yield "Under `asset_types:`, each name has any of these. The name of a"
    yield "[type that ships](front-matter.md#what-each-asset-type-asks-for) changes that type."
    yield ""
    yield from table(
        ("key", "what it says"),
        (
            ("`like`", "The type to start from."),
            ("`label`", "The type as people read it."),
            ("`requires`", "The guidance a guide of this type should have, as a list of fields."),
            ("`review_every`", "Days between reviews."),
        ),
    )


def _presets() -> Iterator[str]:
    yield from section(2, "Presets")
    yield "A preset knows where a site generator keeps its pages and what it calls things. Without"
    yield "a project file, the one whose files lie at the root is used."
    yield ""
    for preset in presets.SHIPPED:
        marks = _codes(preset.marks) or "none; it is the one for everything else"
        reads = f"Reads: {_codes(preset.include)}."
        yield from section(3, preset.name, f"Recognised by: {marks}.", reads)
        rows = ((f"`{field}`", _codes(keys)) for field, keys in preset.fields)
        yield from table(("field", "also found under, first wins"), rows)
    yield f"No preset reads {_codes(presets.HOUSEKEEPING)}."


# Findings and exit codes


def _exit_codes() -> Iterator[str]:
    stopped = ", ".join(
        _first_line(one).rstrip(".").lower() for one in errors.EnablekitError.__subclasses__()
    )
    rows = (
        ("0", "It is done, and nothing is wrong."),
        ("1", "It is done, and something is wrong with the content: there are errors."),
        (str(errors.EnablekitError.exit_code), f"It could not run: {stopped}."),
        (str(_ending.BUG), "A bug in enablekit. Run it again with `--debug` and report it."),
        (str(_ending.INTERRUPTED), "Interrupted with Ctrl-C. Nothing was left half-done."),
        (str(128 + signal.SIGTERM), "Told to stop (SIGTERM). Nothing was left half-done."),
    )
    yield "# Exit codes"
    yield "How a command says to a script, or to CI, how it went."
    yield ""
    yield from table(("code", "meaning"), rows)


def main(arguments: list[str]) -> int:
    """Write the pages that changed, or with --check name them and return 1."""
    stale = []
    for name, text in pages().items():
        path = REFERENCE / name
        if not path.is_file() or path.read_bytes() != text.encode():
            stale.append(name)
            if "--check" not in arguments:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
    if "--check" not in arguments:
        sys.stdout.write("".join(f"Wrote docs/reference/{name}\n" for name in stale))
        return 0
    sys.stderr.write("".join(f"docs/reference/{name} is stale: make docs\n" for name in stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
