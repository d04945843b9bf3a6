"""The names that people give to questions, so that these stay the same when worded anew."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.model.finding import Severity
from enablekit.parsing.diagnoses import UNCLEAR_ITEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enablekit.model.item import WrittenItem
    from enablekit.parsing.reading import Reading

# As behind a heading in Markdown: `Who pays late? {#late-payers}`.
_NAME = re.compile(r"[ \t]*\{#([\w.-]+)\}\Z")


def parted(stem: Sequence[str]) -> tuple[list[str], str]:
    """Return the paragraphs of a stem without the name behind one of them, and the name."""
    name = ""
    words: list[str] = []
    for paragraph in stem:
        found = None if name else _NAME.search(paragraph)
        name = found[1] if found else name
        words.append(paragraph[: found.start()] if found else paragraph)
    return words, name


def each_once(items: Iterable[WrittenItem], reading: Reading) -> tuple[WrittenItem, ...]:
    """Return the questions of an asset; one whose name an earlier one has goes by its words."""
    found: list[WrittenItem] = []
    taken: set[str] = set()
    for item in items:
        if item.name and item.name in taken:
            message = f"two questions are called `{item.name}`, so this one goes by its words"
            fix = "Give it another id, so that answers to it stay with it"
            reading.findings.append(
                UNCLEAR_ITEM.at(item.span, message, fix=fix, severity=Severity.WARNING)
            )
            found.append(replace(item, name=""))
        else:
            taken.add(item.name)
            found.append(item)
    return tuple(found)
