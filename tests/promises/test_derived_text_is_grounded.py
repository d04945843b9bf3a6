"""What a build draws from a piece must pass the checks it makes of what people write."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from enablekit.extend.stated_figures import Figures, figures
from enablekit.model.item import Item
from enablekit.model.publication import Compiled
from enablekit.model.span import Span
from enablekit.usecases.load import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
EVERYTHING_IS_PRESENTED = 'types:\n  blog-post: ["content/**"]\n'
DATE = "2026-11-01"

MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), " "),
    (re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),
    (re.compile(r"\[([^\[\]]*)\]\[[^\[\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]]*\]|\{[#.][^}]*\}"), " "),
    (re.compile(r"<(https?://[^>]*)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"^\s*(?:>\s?)*\s*(?:[-*+]|\d+[.)])?\s+(?:\[[ xX]\]\s)?", re.MULTILINE), " "),
    (re.compile(r"(?<![\w])_|_(?![\w])"), ""),
    (re.compile(r"[*`\\~]"), ""),
)
WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r" says: “(.*)”$", re.DOTALL)
GAP = "____"
STEM = re.compile(r"“([^“”]*____.*)”$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words that nobody wrote for the page they stand on."""

    kind: str
    text: str
    span: Span


def words(text: str) -> str:
    """Return a text's words and nothing else."""
    return f" {' '.join(WORD.findall(unescape(text).casefold()))} "


@functools.cache
def read(root: Path) -> tuple[Compiled, ...]:
    return load(root, now=DATE).compiled


@pytest.fixture(scope="module", params=["meridian", "dev-budibase", "dev-sourcegraph"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    name: str = request.param
    if name == "meridian":
        return EXAMPLE
    if not (CORPORA / name).is_dir():
        pytest.skip("the corpora are not beside this checkout")
    copy = tmp_path_factory.mktemp("corpus") / name
    shutil.copytree(CORPORA / name, copy)
    (copy / "enablekit.yaml").write_text(EVERYTHING_IS_PRESENTED, encoding="utf-8")
    return copy


def of_the_text(one: Compiled) -> Iterator[Sentence]:
    evidence = one.guide.asset.evidence
    if evidence.opening is not None:
        yield Sentence(kind="opening", text=evidence.opening.text, span=evidence.opening.span)
    for kind in ("key_sentences", "statistics", "quotations", "definitions", "questions",
                 "calls_to_action", "contrasts"):  # fmt: skip
        for drawn in getattr(evidence, kind):
            yield Sentence(kind=kind, text=drawn.text, span=drawn.span)
    for statistic in evidence.statistics:
        yield Sentence(kind="figure", text=statistic.figure, span=statistic.span)
    for definition in evidence.definitions:
        yield Sentence(kind="term", text=definition.term, span=definition.span)
        yield Sentence(kind="gloss", text=definition.gloss, span=definition.span)
    for procedure in evidence.procedures:
        for step in procedure.steps:
            yield Sentence(kind="step", text=step, span=procedure.span)


def of_the_brief(one: Compiled) -> Iterator[Sentence]:
    for line in one.guide.brief:
        if line.drawn:
            yield Sentence(kind="brief", text=line.text, span=line.span)


def of_the_notes(one: Compiled) -> Iterator[Sentence]:
    for beat in one.notes.beats:
        for cue in (*beat.say, *beat.ask, *((beat.transition,) if beat.transition else ())):
            if cue.drawn:
                yield Sentence(kind="notes", text=cue.text, span=cue.span)


def of_the_check(one: Compiled) -> Iterator[Sentence]:
    for item in one.check.items:
        if item.drawn:
            yield from of_an_item(item)


def of_an_item(item: Item) -> Iterator[Sentence]:
    for option in item.options:
        if option.correct:
            yield Sentence(kind=f"key of {item.kind}", text=option.text, span=item.source)
            stem = STEM.search(item.stem)
            if stem:
                filled = stem[1].replace(GAP, option.text)
                yield Sentence(kind=f"stem of {item.kind}", text=filled, span=item.source)
    said = QUOTED.search(item.rationale)
    if said:
        yield Sentence(kind=f"rationale of {item.kind}", text=said[1], span=item.source)


def without_markup(text: str) -> str:
    for pattern, instead in MARKUP:
        text = pattern.sub(instead, text)
    return text


def faults(one: Compiled, lines: list[str], found: Iterator[Sentence]) -> Iterator[str]:
    """Yield what is said that does not stand at the lines it is said to be from."""
    for sentence in found:
        cited = "\n".join(lines[sentence.span.line - 1 : sentence.span.end_line])
        plain = without_markup(cited)
        where = f"{one.guide.asset.path}:{sentence.span.lines}: {sentence.kind}"
        if sentence.text and words(sentence.text) not in words(plain):
            yield f"{where}: not in the text: {sentence.text!r}"
        known = Figures(unescape(plain))
        for figure in figures(sentence.text):
            if not known.hold(figure):
                yield f"{where}: the figure {sentence.text[figure.start : figure.end]!r}"


@pytest.mark.parametrize("drawn", [of_the_text, of_the_brief, of_the_notes, of_the_check])
def test_what_is_drawn_stands_at_the_lines_it_cites(
    project: Path, drawn: Callable[[Compiled], Iterator[Sentence]]
) -> None:
    seen = 0
    wrong: list[str] = []
    for one in read(project):
        asset = one.guide.asset
        if not asset.path.endswith((".md", ".mdx")):
            continue
        lines = (project / asset.path).read_text("utf-8-sig").split("\n")
        sentences = list(drawn(one))
        seen += len(sentences)
        wrong += faults(one, lines, iter(sentences))

    assert wrong == []
    # The example is written by people throughout: its briefs and most of its notes are theirs.
    # No question is made of a page that nobody has written guidance for.
    assert project == EXAMPLE or (seen == 0 if drawn is of_the_check else seen > 0)


def test_the_check_of_this_test_finds_an_invented_figure() -> None:
    one = read(EXAMPLE)[0]
    invented = Sentence(
        kind="made up", text="It saves 97.3% of all time.", span=Span(path="a.md", line=1)
    )

    found = list(faults(one, ["It saves 30% of all time."], iter([invented])))

    assert [fault.partition(": made up: ")[2] for fault in found] == [
        "not in the text: 'It saves 97.3% of all time.'",
        "the figure '97.3%'",
    ]
