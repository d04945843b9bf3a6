"""New: a file with a filled-in example of its type's guidance, for a person to make their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.adapters import bundled, new_file, project
from enablekit.config.glob import compile_globs
from enablekit.encoding.slug import slug
from enablekit.errors import UsageError
from enablekit.model.field import described
from enablekit.model.guidance import Guidance
from enablekit.usecases.fields import asset_type

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.config.asset_types import AssetType

_EXAMPLES = "new/guidance.yaml"
_HYPHENS = re.compile("-{2,}")
_TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def new(start: Path, type_name: str, title: str, folder: str = "") -> Path:
    """
    Write a new asset and return where it is.

    Args:
        start: A folder of the project.
        type_name: The asset type.
        title: What people will call it.
        folder: Where to put it, relative to the project; else where files of its type lie.

    Raises:
        UsageError: There is no such type.
        WorldError: The file is there already or cannot be written.

    """
    kind = asset_type(start, type_name)
    here = project.find(start)
    examples = (bundled.templates() / _EXAMPLES).read_text(encoding="utf-8")
    if not title.strip():
        raise UsageError("a piece needs a title", hint='Name it: enablekit new TYPE "A title"')
    place = folder or _folder(kind, here)
    path = (here.root / place / f"{_HYPHENS.sub('-', slug(title))}.md").resolve()
    _require_read(path, here)
    new_file.write(path, _text(kind, title, examples))
    return path


def _require_read(path: Path, here: Project) -> None:
    """Refuse a place outside the project, or one where no build would find the piece."""
    if not path.is_relative_to(here.root):
        raise UsageError(
            "that folder is outside the project", hint="Name a folder inside it with --into"
        )
    inside = path.relative_to(here.root).as_posix()
    included = compile_globs(here.config.include)
    if not included(inside) or compile_globs(here.config.exclude)(inside):
        raise UsageError(
            f"a build would not find {inside}",
            hint=f"Name a folder with --into that `include` covers: {here.config.include[0]}",
        )


def _folder(kind: AssetType, here: Project) -> str:
    """Return the fixed beginning of the first glob for the type, else a folder of its own."""
    config = here.config
    patterns = next((globs for name, globs in config.types if name == kind.name), ())
    for pattern in patterns:
        fixed = pattern.split("*", 1)[0].rstrip("/")
        if fixed and not re.search(r"[?{\[]", fixed):
            return fixed
    above = project.preset(here.root).folder
    return f"{above}/{kind.folders[0] if kind.folders else kind.name}"


def _text(kind: AssetType, title: str, examples: str) -> str:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    lines = [
        "---",
        f'title: "{quoted}"',
        f"type: {kind.name}",
        "status: draft            # change to published when you have made it your own",
        "summary: What it is about, in a sentence or two.",
        "owner:                   # the one person accountable for it",
        "",
        f"# An example of good guidance for this type ({kind.label.lower()}).",
        "# Replace every word with your own and delete what does not apply.",
        "enablement:",
    ]
    snippets = _snippets(examples)
    for declared, field in described(Guidance):
        if declared.name in kind.requires and declared.name in snippets:
            lines.append(f"  # {field.doc}")
            lines.extend(f"  {line}".rstrip() for line in snippets[declared.name])
    lines += ["---", "", f"# {title}", "", "Write the piece here.", ""]
    return "\n".join(lines)


def _snippets(examples: str) -> dict[str, list[str]]:
    """Cut the examples at their top-level keys; comments between them stay behind."""
    starts = [(found.group(1), found.start()) for found in _TOP_KEY.finditer(examples)]
    ends = [start for _, start in starts[1:]] + [len(examples)]
    return {
        key: examples[start:end].rstrip().split("\n")
        for (key, start), end in zip(starts, ends, strict=True)
    }
