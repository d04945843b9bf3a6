"""The front matter of an asset read in whichever dialect it is written, and the body after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.parsing import delimiters, json_tree, toml_tree, yaml_tree
from enablekit.parsing.diagnoses import FRONT_MATTER_INVALID

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.value import Mapping
    from enablekit.parsing.fences import Block

LARGEST = 1 << 16  # characters of front matter; a long one has two thousand
_READERS = {"yaml": yaml_tree.read, "toml": toml_tree.read, "json": json_tree.read}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """
    A text in its two parts.

    Attributes:
        tree: The metadata; None when the text has none.
        dialect: `yaml`, `toml` or `json`; empty when the text has no front matter.
        body: The text after the front matter, unchanged.
        body_line: The number of the line at which the body starts.
        findings: What is wrong, in the order of the lines.

    """

    tree: Mapping | None
    dialect: str
    body: str
    body_line: int
    findings: tuple[Finding, ...]


def read(path: str, text: str) -> FrontMatter:
    r"""
    Read the front matter of a text.

    Broken front matter gives findings and whatever can be read safely. Text that is not front
    matter is in the body to the last character.

    Args:
        path: The file, for places.
        text: The whole file, with `\n` at its line ends.

    """
    block = delimiters.find(path, text)
    if not block.dialect:
        return _without(text, block.findings)
    tree, found = _tree(path, block)
    if any(one.code == FRONT_MATTER_INVALID.code for one in found):
        shorter = delimiters.without_prose(path, text, block)
        if shorter is not None:
            block = shorter
            tree, found = _tree(path, block)
    findings = tuple(sorted((*block.findings, *found), key=lambda one: one.order))
    if tree is None:
        return _without(text, findings)
    return FrontMatter(
        tree=tree,
        dialect=block.dialect,
        body=block.body,
        body_line=block.body_line,
        findings=findings,
    )


def _tree(path: str, block: Block) -> tuple[Mapping | None, tuple[Finding, ...]]:
    reader = _READERS[block.dialect]
    return reader(path, block.source, first_line=block.first_line, limit=LARGEST)


def _without(text: str, findings: tuple[Finding, ...]) -> FrontMatter:
    return FrontMatter(tree=None, dialect="", body=text, body_line=1, findings=findings)
