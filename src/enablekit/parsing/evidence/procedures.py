"""Numbered steps that tell a reader how to do something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Steps
from enablekit.parsing.evidence.imperatives import opens_with_an_order
from enablekit.parsing.evidence.leaning import leans_on_what_came_before
from enablekit.parsing.evidence.passages import Sentence, may_stand_beside
from enablekit.parsing.evidence.terms import word_set, words
from enablekit.parsing.evidence.verbs import has_a_personal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.body import Block
    from enablekit.parsing.evidence.passages import Passage

_FEWEST, _MOST = 3, 15
_LONGEST_STEP = 200  # words, with those of its sub-steps
_SHORTEST_INTRODUCTION = 4  # words
_ORDERS = 0.7  # of the steps, at least, open with an order
_LABEL = re.compile(r"[^.]{1,40}?(?::| [-–—]) ")
_STEPS = word_set("step steps procedure step-by-step")
_WAYS = word_set("step steps procedure step-by-step process walkthrough workflow")
_HOW_TO = re.compile(r"\bhow (?:to|we|do i|do we)\b")
_FIRST = word_set("first firstly start")
_THEN = word_set("then next second secondly finally lastly afterwards")
_STEP = re.compile(
    r"(?:(?P<word>Step)\s)?(?P<number>\d{1,2})\s?[.:)–—-]\s*(?P<rest>\S.*)", re.DOTALL
)


def draw(passages: list[Passage], *, title: str, english: bool) -> tuple[Steps, ...]:
    """
    Return the procedures in reading order: numbered lists, and headings numbered as steps.

    In English most steps must open with an order, such as `Open the file`; in other languages
    the numbers alone tell, so each step must be a sentence of its own.
    """
    found = [
        *_numbered_lists(passages, title=title, english=english),
        *_numbered_headings(passages, title=title, english=english),
    ]
    return tuple(sorted(found, key=_place))


def _numbered_lists(passages: list[Passage], *, title: str, english: bool) -> Iterator[Steps]:
    for number, passage in enumerate(passages):
        block = passage.block
        if block.kind != "list" or not block.ordered or passage.is_links:
            continue
        steps = tuple(" ".join(item.split()) for item in block.items)
        before = passages[number - 1] if number else passage
        last = _sentence_before(before, block)
        told = english and _are_in_order(passage.heading, last, steps) and _are_told(steps)
        if not _is_a_procedure(steps, english=english, told=told):
            continue
        text, span = passage.heading or title, block.span
        if last is not None and _introduces(last, english=english):
            text = last.text
            span = before.span(last.start, last.end).through(block.span)
        yield Steps(
            text=text, span=span, anchor=passage.anchor, audience=block.audience, steps=steps
        )


def _sentence_before(before: Passage, block: Block) -> Sentence | None:
    """Return the last sentence of the paragraph before a list, for the same readers."""
    if before.block.kind != "paragraph" or not may_stand_beside(before.block, block):
        return None
    if not before.stretches:
        return None
    start, end = before.stretches[-1]
    order = before.order + len(before.stretches) - 1
    return Sentence(before, before.block.text[start:end], start, end, order)


def _are_in_order(heading: str, last: Sentence | None, steps: tuple[str, ...]) -> bool:
    """Tell whether a heading, the sentence before or the steps say that they are steps."""
    if last is not None and last.text[-1] == ":" and not _STEPS.isdisjoint(last.words):
        return True
    if last is None and not _STEPS.isdisjoint(words(heading)):
        return True
    openers = [step.partition(" ")[0].rstrip(",").lower() for step in steps]
    return openers[0] in _FIRST and not _THEN.isdisjoint(openers[1:])


def _promises_steps(heading: str) -> bool:
    """Tell whether an English heading says that the parts under it are the steps of something."""
    return _HOW_TO.search(heading.lower()) is not None or not _WAYS.isdisjoint(words(heading))


def _are_told(steps: tuple[str, ...]) -> bool:
    """Tell whether steps are unlabelled statements of what happens: `A clerk opens it.`."""
    return all(
        step[-1] in ".)" and _LABEL.match(step) is None and has_a_personal_form(words(step))
        for step in steps
        if step
    )


def _introduces(sentence: Sentence, *, english: bool) -> bool:
    """Tell whether the sentence before a list says by itself what the steps are for."""
    if sentence.text[-1] not in ":.\uff1a" or len(sentence.words) < _SHORTEST_INTRODUCTION:
        return False
    if not english or sentence.words[0] in ("to", "if", "follow"):
        return True
    return sentence.text[-1] == ":" and not leans_on_what_came_before(sentence)


def _numbered_headings(passages: list[Passage], *, title: str, english: bool) -> Iterator[Steps]:
    """Yield the runs of headings of one level that are numbered from 1 without a gap."""
    headings = [passage.block for passage in passages if passage.block.kind == "heading"]
    if not any(_may_be_a_step(block.text) for block in headings):
        return
    above: dict[int, Block] = {}
    run: list[tuple[Block, re.Match[str]]] = []
    for block in headings:
        step = _STEP.fullmatch(block.text) if _may_be_a_step(block.text) else None
        if run and block.level > run[0][0].level:
            continue
        if step is not None and _is_next(block, int(step["number"]), run):
            run.append((block, step))
            continue
        yield from _as_steps(run, above, title=title, english=english)
        run = [(block, step)] if step is not None and step["number"] == "1" else []
        above = {level: parent for level, parent in above.items() if level < block.level}
        if not run:
            above[block.level] = block
    yield from _as_steps(run, above, title=title, english=english)


def _may_be_a_step(heading: str) -> bool:
    """Tell at a glance whether a heading is numbered; few are."""
    return heading[:1].isdigit() or heading.startswith("Step")


def _is_next(block: Block, number: int, run: list[tuple[Block, re.Match[str]]]) -> bool:
    """Tell whether a heading with a number goes on a run, for the same readers."""
    return number == len(run) + 1 and (not run or block.audience == run[0][0].audience)


def _as_steps(
    run: list[tuple[Block, re.Match[str]]], above: dict[int, Block], *, title: str, english: bool
) -> Iterator[Steps]:
    steps = tuple(step["rest"] for _, step in run)
    if not run:
        return
    first, last = run[0][0], run[-1][0]
    parents = [
        parent
        for level, parent in sorted(above.items())
        if level < first.level and may_stand_beside(parent, first)
    ]
    text = parents[-1].text if parents else title
    told = all(step["word"] for _, step in run) or (
        _promises_steps(text) and all(step.split()[0].endswith("ing") for step in steps)
    )
    if not _is_a_procedure(steps, english=english, told=english and told):
        return
    yield Steps(
        text=text,
        span=first.span.through(last.span),
        anchor=parents[-1].anchor if parents else "",
        audience=first.audience,
        steps=steps,
    )


def _is_a_procedure(steps: tuple[str, ...], *, english: bool, told: bool = False) -> bool:
    """
    Tell whether items are the steps of a procedure.

    With `told`, they are called steps where they stand, and need not give orders.
    """
    if not _FEWEST <= len(steps) <= _MOST or not all(steps):
        return False
    if any(len(step.split()) > _LONGEST_STEP or step[-1] == "?" for step in steps):
        return False
    if 2 * sum(" " in step for step in steps) <= len(steps):
        return False  # names of phases: `Meet`, `Plan`, `Build`
    if not english:
        return all(step[-1] in ".!\u3002" for step in steps)
    orders = sum(opens_with_an_order(step) for step in steps)
    return told or orders >= _ORDERS * len(steps)


def _place(steps: Steps) -> tuple[int, int]:
    return (steps.span.line, steps.span.column)
