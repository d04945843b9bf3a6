"""
How well evidence is drawn from real texts, against labels a person set by reading them.

`python tests/evidence/measure.py [--set NAME] [--show KIND]`

A label in `labels.json` names a sentence by its first line (counted from 1, front matter included)
and by its place among the sentences of that line, with its first three characters as a checksum:
the corpora are not in this repository and their text is not copied here. Its kind is one of `KINDS`
(what should be drawn), `never` (what must not be drawn as anything) or `call` (what may be drawn as
a call to action and as nothing else).

The files of the sets `places` and `places-fresh` are labelled for procedures and quotations only. A
label there is a place that looks like one: it is one, or it is `no procedure` or `no quotation`,
which is drawn wrongly. A file whose front matter cannot be read says how many lines of `header` are
left blank before it is read.

What the labels hold to be what: a figure is a number in digits or words, so that `an hour` alone is
none; a quotation has a speaker whom the text names, and one that is broken by another sentence is
two; sub-steps belong to the procedure around them; `X is one of the …` praises, defining nothing. A
procedure is two or more actions in the order in which somebody takes them to a named end, be they
headings, told as what happens, or the stages of what the page calls a process or a cycle; it is no
list of parts, kinds, reasons, aims, duties, questions or tasks that need no order.

A drawn piece is right when it overlaps the lines of a label of its kind and

- opens as the labelled sentence does: the first `OPENING` letters and digits agree; or
- is that sentence cut differently: the lines are the same, one text holds the other, and the
  shorter is at least half as long as the longer; or
- for a quotation: its opening stands in the labelled sentence, or that sentence's in it; or
- for a procedure: its first step opens as the labelled step does, without a `Step 1` before it. Its
  lines may be those of the sentence that introduces it, up to `LEAD` lines above.

Precision is right / drawn, recall is found / labelled, each with its Wilson 95 % interval. A label
is found when a right piece matches it. At most seven key sentences are drawn from a file, by
design, and more are labelled, so that the recall of `key` has a ceiling below one.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from enablekit.config.project import Config
from enablekit.model.evidence import Drawn, Evidence, Steps
from enablekit.model.source import SourceFile
from enablekit.parsing import asset

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
LABELS = Path(__file__).with_name("labels.json")
KINDS = ("statistic", "quotation", "procedure", "definition", "key")
PLACED = ("quotation", "procedure")
SETS = {
    "develop": KINDS,
    "second": KINDS,
    "fresh": KINDS,
    "places": PLACED,
    "places-fresh": PLACED,
}
"""Which kinds the files of each set are labelled for."""

OPENING = 24
LEAD = 12
_Z = 1.959964  # the normal quantile of a two-sided 95 % interval

_MARKS = re.compile(r"^(?:\s|>|#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|\[![A-Z]+\])+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"<[^>]*>|\{\{.*?\}\}")
_EMPHASIS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_STEP = re.compile(r"^step\s\d+\W+", re.IGNORECASE)
_CELL = re.compile(r"\||</?br\s*/?>")
_END = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!\bvs)(?<!\bMr)(?<!\betc)"
    r"([.!?…:]?[.!?…][\"”’')\]*_]*)\s+(?=[*_\"“‘'(\[]*[A-Z0-9€$£])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """
    Words of a file: a label, or a piece that was drawn.

    Attributes:
        line: The first line.
        end_line: The last line, inclusive.
        kind: One of `KINDS`; also `never`, `call` or `no` and a kind for a label, and a field of
            `Evidence` for a piece.
        text: The words; of a drawn procedure, those of its first step.

    """

    line: int
    end_line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """
    One file's pieces beside its labels.

    Attributes:
        path: The file, with its corpus.
        labels: What a person set.
        found: The labels that a piece matches.
        pieces: What was drawn.
        right: The pieces that match a label, each once though it be drawn twice.
        hits: The pieces that must never have been drawn.

    """

    path: str
    labels: tuple[Statement, ...]
    found: tuple[Statement, ...]
    pieces: tuple[Statement, ...]
    right: tuple[Statement, ...]
    hits: tuple[Statement, ...]


class CannotMeasureError(Exception):
    """The corpora are not beside the checkout, or are not those that were labelled."""


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """
    Return the 95 % interval of a proportion (E. B. Wilson, 1927, JASA 22, 209–212).

    With no trials nothing is known, and the interval is from 0 to 1.
    """
    if not trials:
        return 0.0, 1.0
    share, square = successes / trials, _Z * _Z
    middle = share + square / (2 * trials)
    reach = _Z * math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    scale = 1 + square / trials
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def sentences(line: str) -> tuple[str, ...]:
    """Split one line of Markdown into plain sentences; a table's cells are sentences too."""
    bare = _MARKS.sub("", line)
    cells = _CELL.split(bare) if bare.startswith("|") else [bare]
    plain = (_plain(one) for one in cells)
    return tuple(one for cell in plain if cell for one in _split(cell))


def _plain(text: str) -> str:
    """Take the markup off."""
    return _EMPHASIS.sub("", _CODE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))).strip()


def _split(text: str) -> Iterator[str]:
    """Give the sentences of a stretch of plain text."""
    start = 0
    for end in _END.finditer(text):
        yield text[start : end.end(1)]
        start = end.end()
    yield text[start:]


def folded(text: str) -> str:
    """Reduce a text to its letters and digits in one case, so that only its words are compared."""
    return "".join(one for one in _plain(text).casefold() if one.isalnum())


def starts(sentence: str) -> str:
    """Return the checksum of a label: three characters from the first letter, digit or sign."""
    return sentence.lstrip(" \"'“”‘’*_`([#|>")[:3]


def opens_alike(one: str, other: str) -> bool:
    """Tell whether two texts open with the same words."""
    first, second = folded(one), folded(other)
    length = min(OPENING, len(first), len(second))
    return length > 0 and first[:length] == second[:length]


def matches(piece: Statement, label: Statement) -> bool:
    """Tell whether a piece is what the label stands for; the module's docstring has the rule."""
    if piece.kind != label.kind:
        return False
    if piece.kind == "procedure":
        near = label.line - LEAD <= piece.end_line and piece.line <= label.end_line
        return near and opens_alike(piece.text, _STEP.sub("", label.text))
    if not (piece.line <= label.end_line and label.line <= piece.end_line):
        return False
    if opens_alike(piece.text, label.text):
        return True
    if piece.kind == "quotation":
        return _opening_in(piece.text, label.text) or _opening_in(label.text, piece.text)
    return (piece.line, piece.end_line) == (label.line, label.end_line) and _same_cut(
        piece.text, label.text
    )


def _opening_in(one: str, other: str) -> bool:
    opening = folded(one)[:OPENING]
    return bool(opening) and opening in folded(other)


def _same_cut(one: str, other: str) -> bool:
    short, long = sorted((folded(one), folded(other)), key=len)
    return short in long and 2 * len(short) >= len(long)


def compare(path: str, pieces: tuple[Statement, ...], labels: tuple[Statement, ...]) -> Compared:
    """Hold what was drawn from one file against its labels."""
    return Compared(
        path=path,
        labels=labels,
        found=tuple(one for one in labels if any(matches(piece, one) for piece in pieces)),
        pieces=pieces,
        right=tuple(
            one for one in dict.fromkeys(pieces) if any(matches(one, label) for label in labels)
        ),
        hits=tuple(one for one in pieces if any(forbids(label, one) for label in labels)),
    )


def count(statements: Iterable[Statement], kind: str) -> int:
    """Count the statements of one kind."""
    return sum(one.kind == kind for one in statements)


def forbids(label: Statement, piece: Statement) -> bool:
    """Tell whether the label says that the piece must not have been drawn."""
    if label.kind == "call" and piece.kind == "calls_to_action":
        return False
    near = piece.line <= label.end_line and label.line <= piece.end_line
    return label.kind in ("never", "call") and near and opens_alike(piece.text, label.text)


def tempts(label: Statement, piece: Statement) -> bool:
    """Tell whether the label says that the piece only looks like one of its kind."""
    return label.kind == f"no {piece.kind}" and matches(piece, replace(label, kind=piece.kind))


def pieces_of(evidence: Evidence) -> tuple[Statement, ...]:
    """List everything that was drawn."""
    fields: dict[str, tuple[Drawn, ...]] = {
        "statistic": evidence.statistics,
        "quotation": evidence.quotations,
        "procedure": evidence.procedures,
        "definition": evidence.definitions,
        "key": evidence.key_sentences,
        "opening": (evidence.opening,) if evidence.opening else (),
        "questions": evidence.questions,
        "calls_to_action": evidence.calls_to_action,
        "showables": evidence.showables,
    }
    return tuple(_piece(one, kind) for kind, drawn in fields.items() for one in drawn)


def _piece(drawn: Drawn, kind: str) -> Statement:
    text = drawn.steps[0] if isinstance(drawn, Steps) and drawn.steps else drawn.text
    return Statement(line=drawn.span.line, end_line=drawn.span.end_line, kind=kind, text=text)


def labels_of(entry: dict[str, object], text: str) -> tuple[Statement, ...]:
    """
    Read the labels of one file, with the sentences they stand for.

    Raises:
        CannotMeasureError: A sentence is not where its label says, or opens differently.

    """
    written = entry["labels"] if isinstance(entry["labels"], list) else []
    return tuple(_label(one, text.split("\n"), str(entry["path"])) for one in written)


def _label(one: dict[str, object], lines: list[str], path: str) -> Statement:
    line, end_line, nth = (int(str(one[name])) for name in ("line", "end_line", "nth"))
    there = sentences(lines[line - 1]) if line <= len(lines) else ()
    if nth > len(there) or starts(there[nth - 1]) != one["starts"]:
        raise CannotMeasureError(
            f"{path}:{line}: sentence {nth} does not start with {one['starts']!r}. "
            "Get the commit of the corpus that labels.json names, or label the file again."
        )
    return Statement(line=line, end_line=end_line, kind=str(one["kind"]), text=there[nth - 1])


def measure(wanted: tuple[str, ...], corpora: Path = CORPORA) -> tuple[Compared, ...]:
    """
    Compare every labelled file of the wanted sets.

    Raises:
        CannotMeasureError: A corpus is not there, or is not the one that was labelled.

    """
    entries = json.loads(LABELS.read_text(encoding="utf-8"))["files"]
    return tuple(_measured(one, corpora) for one in entries if one["set"] in wanted)


def _measured(entry: dict[str, object], corpora: Path) -> Compared:
    path, corpus = str(entry["path"]), str(entry["corpus"])
    file = corpora / corpus / path
    if not file.is_file():
        raise CannotMeasureError(
            f"{corpus}/{path} is not there. Put the corpora beside the checkout, in shared/corpora."
        )
    text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    header = int(str(entry.get("header", 0)))
    text = "\n" * header + "\n".join(text.split("\n")[header:])
    read, found = asset.parse(SourceFile(path=path, data=text.encode("utf-8")), Config())
    if read is None:
        raise CannotMeasureError(f"{corpus}/{path} cannot be read: {found[0].message}")
    labels = labels_of(entry, text)
    return compare(f"{corpus}/{path}", pieces_of(read.evidence), labels)


def table(compared: tuple[Compared, ...], kinds: tuple[str, ...] = KINDS) -> str:
    """Write the figures of several files as one table, a line for each kind."""
    head = "kind         labelled    found    drawn    right             precision"
    rows = [f"{head}{'recall':>22}"]
    for kind in kinds:
        labelled = sum(count(one.labels, kind) for one in compared)
        found = sum(count(one.found, kind) for one in compared)
        drawn = sum(count(one.pieces, kind) for one in compared)
        right = sum(count(one.right, kind) for one in compared)
        rows.append(
            f"{kind:<12}{labelled:>9}{found:>9}{drawn:>9}{right:>9}"
            f"{share(right, drawn):>22}{share(found, labelled):>22}"
        )
    if kinds == PLACED:
        return "\n".join([*rows, *(_tempted(compared, kind) for kind in kinds)]) + "\n"
    hits = sum(len(one.hits) for one in compared)
    return "\n".join([*rows, f"drawn though it must never be: {hits}"]) + "\n"


def _tempted(compared: tuple[Compared, ...], kind: str) -> str:
    """Write how many places only look like one of a kind, and how many of them were drawn."""
    places = [
        (one, label) for one in compared for label in one.labels if label.kind == f"no {kind}"
    ]
    drawn = sum(any(tempts(label, piece) for piece in one.pieces) for one, label in places)
    return f"only look like a {kind}: {len(places)}, drawn all the same: {drawn}"


def share(successes: int, trials: int) -> str:
    """Write a proportion with its interval; a dash when there is nothing to divide by."""
    low, high = wilson(successes, trials)
    return f"{successes / trials:.2f} ({low:.2f}–{high:.2f})" if trials else "–"


def mistakes(compared: tuple[Compared, ...], kind: str) -> str:
    """List what is wrong or missed of one kind, or what must never have been drawn."""
    return "".join(
        f"{what}  {one.path}:{it.line}  {it.text}\n"
        for one in compared
        for what, it in (
            *(("wrong", it) for it in one.pieces if it.kind == kind and it not in one.right),
            *(("missed", it) for it in one.labels if it.kind == kind and it not in one.found),
            *(("never", it) for it in one.hits if kind in (it.kind, "never")),
        )
        if what != "missed" or kind in KINDS
    )


def main(arguments: list[str]) -> int:
    """Print the table of each set, and the mistakes of one kind when asked for."""
    parser = argparse.ArgumentParser(description="Measure how well evidence is drawn.")
    parser.add_argument("--set", choices=SETS, help="measure this set only")
    parser.add_argument("--show", choices=(*KINDS, "never"), help="list the mistakes of this kind")
    chosen = parser.parse_args(arguments)
    try:
        for name in (chosen.set,) if chosen.set else SETS:
            compared = measure((name,))
            sys.stdout.write(f"{name}: {len(compared)} files\n{table(compared, SETS[name])}\n")
            if chosen.show:
                sys.stdout.write(mistakes(compared, chosen.show))
    except CannotMeasureError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
