"""Questions in a table, as spreadsheets save them, become questions of a check."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.model.guidance_entries import AuthoredItem, MatchedPair, OptionFeedback
from enablekit.model.item import Number
from enablekit.model.span import Span
from enablekit.parsing import answer_line, figures, table_columns
from enablekit.parsing.imported import Imported, NotTaken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.parsing.table_columns import Columns

_APART = re.compile(r"\s*[;|\n]\s*|\s*,\s+")
_REFERENCES = re.compile(r"(?:[0-9]{1,2}|[A-Za-z])(?:[\s,;|]+(?:[0-9]{1,2}|[A-Za-z]))*")
_LONGEST_CELL = 1 << 20  # characters; the reader of Python stops at an eighth of it
_FORMS = {
    "numeric": "numeric", "numerical": "numeric", "number": "numeric",
    "short": "short", "short answer": "short", "shortanswer": "short", "text": "short",
    "matching": "matching", "match": "matching", "ordering": "ordering", "order": "ordering",
    "sorting": "sorting", "essay": "essay", "open": "essay",
}  # fmt: skip
_PAIR = 2


class _Unreadable(Exception):  # noqa: N818 - says why one row is left out, and goes no further
    """One row cannot be read."""


def read(path: str, text: str, *, asset: str = "") -> Imported | None:
    r"""
    Read the questions of a table.

    The first line names the columns: `question` or `stem`; `answer` or `key`; `wrong 1`, `wrong 2`
    or `option 1`, `option 2`, where the key is then a number, a letter or the words of an option;
    `rationale`. The delimiter is found out. Tables that `enablekit export csv` wrote are read too.

    Args:
        path: The file, for the places of the questions.
        text: Its text, with `\n` at its line ends.
        asset: Where the table says which asset a question belongs to, and some belong to this one,
            the others are left out.

    Returns:
        The questions, or None where no column is one of questions.

    """
    columns = table_columns.find(text)
    if columns is None:
        return None
    items: list[AuthoredItem] = []
    left: list[NotTaken] = []
    rows = [(line, row) for line, row in _rows(text, columns, left) if any(map(str.strip, row))]
    owners = {columns.cell(row, "asset").strip() for _, row in rows}
    for line, row in rows:
        if asset in owners and columns.cell(row, "asset").strip() != asset:
            continue
        try:
            items.append(_Row(columns, row, Span(path=path, line=line)).item())
        except _Unreadable as why:
            left.append(NotTaken(line=line, why=str(why)))
    others = len(rows) - len(items) - len(left)
    if asset in owners and others > 0:
        left.append(NotTaken(line=1, why=f"{others} of its rows belong to other assets"))
    return Imported(items=tuple(items), not_taken=tuple(sorted(left, key=lambda one: one.line)))


def _rows(text: str, columns: Columns, left: list[NotTaken]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows below the first, each with its first line; stop where they cannot be told."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=columns.delimiter)
    line, is_first = 1, True
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            left.append(NotTaken(line=line, why=f"from here on it is no table: {error}"))
            return
        if any(map(str.strip, row)):
            if not is_first:
                yield line, row
            is_first = False
        line = reader.line_num + 1


class _Row:
    """One row while it is being read."""

    def __init__(self, columns: Columns, row: list[str], span: Span) -> None:
        self._columns = columns
        self._row = [_unguarded(cell) for cell in row]
        self._span = span
        self._form = _FORMS.get(self._cell("form").casefold(), "")

    def item(self) -> AuthoredItem:
        stem = self._cell("stem")
        if not stem:
            raise _Unreadable("it has no question")
        item = AuthoredItem(
            stem=stem,
            rationale=self._cell("rationale"),
            tests=self._cell("tests"),
            span=self._span,
        )
        if self._form == "essay":
            raise _Unreadable("it is open, which no program can mark; `pulse:` asks such questions")
        if self._form == "numeric":
            return self._numeric(item)
        if self._form in {"matching", "sorting"}:
            return self._matching(item)
        if self._form == "ordering":
            return self._ordering(item)
        if self._form == "short" or not (self._options() or self._wrong()):
            return self._typed(item)
        return self._choice(item)

    def _cell(self, name: str) -> str:
        return self._columns.cell(self._row, name).strip()

    def _options(self) -> list[str]:
        return [cell.strip() for cell in self._columns.cells(self._row, "option") if cell.strip()]

    def _wrong(self) -> list[str]:
        cells = [cell.strip() for cell in self._columns.cells(self._row, "wrong") if cell.strip()]
        if len(self._columns.places.get("wrong", ())) == 1 and cells:
            return [part for part in re.split(r"\s*[;|\n]\s*", cells[0]) if part]
        return cells

    def _choice(self, item: AuthoredItem) -> AuthoredItem:
        options, key = self._options(), self._cell("key")
        if not key:
            raise _Unreadable("it does not say which answer is right")
        if not options:
            keys = [part for part in re.split(r"\s*[;|\n]\s*", key) if part]
            return replace(item, key=tuple(keys), distractors=tuple(self._wrong()))
        places = self._places(key, options)
        return replace(
            item,
            key=tuple(options[place] for place in places),
            distractors=(
                *(text for place, text in enumerate(options) if place not in places),
                *self._wrong(),
            ),
            feedback=self._feedback(),
        )

    def _feedback(self) -> tuple[OptionFeedback, ...]:
        said = self._columns.cells(self._row, "feedback")
        options = self._columns.cells(self._row, "option")
        return tuple(
            OptionFeedback(option=option.strip(), say=say.strip(), span=self._span)
            for option, say in zip(options, said, strict=False)
            if option.strip() and say.strip()
        )

    def _places(self, key: str, options: list[str]) -> list[int]:
        """Return the places of the right options: by their words, their numbers or letters."""
        folded = [option.casefold() for option in options]
        by_words = _in_words(key, folded)
        by_sign = _by_signs(key, len(options))
        is_ours = "kind" in self._columns.places  # our own tables have numbers and nothing else
        if not is_ours and by_words and by_sign and by_words != by_sign:
            raise _Unreadable(f"`{key}` could be the words of an option or its number")
        found = by_sign or by_words
        if not found:
            raise _Unreadable(f"`{key}` is none of its options, nor the number of one")
        return found

    def _numbers(self) -> list[int]:
        """Return the numbers of the key, as our own tables have them."""
        parts = self._cell("key").split()
        if not parts or not all(part.isascii() and part.isdigit() for part in parts):
            raise _Unreadable(f"`{self._cell('key')}` does not say where each belongs")
        return [int(part) for part in parts]

    def _ordering(self, item: AuthoredItem) -> AuthoredItem:
        options = self._options()
        if not self._cell("key"):
            return replace(item, steps=tuple(options))
        steps = self._numbers()
        if sorted(steps) != list(range(1, len(options) + 1)):
            raise _Unreadable("its key does not give each option a step of its own")
        ordered = sorted(zip(steps, options, strict=True))
        return replace(item, steps=tuple(option for _, option in ordered))

    def _matching(self, item: AuthoredItem) -> AuthoredItem:
        options = self._options()
        if self._form == "sorting":
            prompts, answers = options, self._listed("groups")
        else:
            prompts, answers = self._listed("prompts"), options
        places = self._numbers()
        if len(places) != len(prompts) or not all(1 <= place <= len(answers) for place in places):
            raise _Unreadable("its key does not say for each prompt which answer belongs to it")
        if len(prompts) < _PAIR:
            raise _Unreadable("there are fewer than two pairs to match")
        pairs = tuple(
            MatchedPair(prompt=prompt, answer=answers[place - 1], span=self._span)
            for prompt, place in zip(prompts, places, strict=True)
        )
        used = {pair.answer for pair in pairs}
        decoys = () if self._form == "sorting" else tuple(one for one in answers if one not in used)
        return replace(item, pairs=pairs, distractors=decoys)

    def _listed(self, name: str) -> list[str]:
        return [part.strip() for part in self._cell(name).split(" | ") if part.strip()]

    def _numeric(self, item: AuthoredItem) -> AuthoredItem:
        read = answer_line.typed(self._cell("key"))
        if not isinstance(read, Number):
            raise _Unreadable(f"`{self._cell('key')}` is no number")
        off = figures.plain(self._cell("tolerance") or "0").lstrip("-") or "0"
        off = read.tolerance if off == "0" else off
        return replace(
            item,
            number=read.value,
            tolerance="" if off == "0" else off,
            unit=self._cell("unit") or read.unit,
        )

    def _typed(self, item: AuthoredItem) -> AuthoredItem:
        """Read words to type; a number where nothing says that it is words."""
        key = self._cell("key")
        if not self._form and isinstance(answer_line.typed(key), Number):
            return self._numeric(item)
        answers = self._options() or [part for part in re.split(r"\s*[;|\n]\s*", key) if part]
        if not answers:
            raise _Unreadable("it has no answer")
        return replace(item, answers=tuple(answers))


def _in_words(key: str, options: list[str]) -> list[int]:
    """Return the options that a cell names in their own words, whole or one after the other."""
    whole = [place for place, option in enumerate(options) if option == key.casefold()]
    if whole:
        return whole
    parts = [part.casefold() for part in _APART.split(key.strip()) if part]
    found = [options.index(part) for part in parts if part in options]
    return sorted(set(found)) if len(found) == len(parts) else []


def _by_signs(key: str, many: int) -> list[int]:
    """Return the options that a cell names by numbers or letters."""
    if not _REFERENCES.fullmatch(key):
        return []
    found = []
    for sign in re.split(r"[\s,;|]+", key):
        place = int(sign) - 1 if sign.isdigit() else ord(sign.casefold()) - ord("a")
        if not 0 <= place < many:
            return []
        found.append(place)
    return sorted(set(found))


def _unguarded(cell: str) -> str:
    """Take away the apostrophe that keeps spreadsheets from taking a cell for a formula."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell
