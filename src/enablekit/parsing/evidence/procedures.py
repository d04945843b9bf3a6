"""Numbered steps that tell a reader how to do something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Steps
from enablekit.parsing.evidence.imperatives import opens_with_an_order
from enablekit.parsing.evidence.leaning import leans_on_what_came_before
from enablekit.parsing.evidence.list_titles import (
    calls_them_something_else,
    calls_them_steps,
    counts_them_as_steps,
    is_a_way,
    leads_to_an_end,
    promises_steps,
)
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
_CALLED_ORDERS = 0.5  # of what is called steps where it stands
_LABEL = re.compile(r"[^.]{1,40}?(?::| [-–—]) ")
_GLOSSED = re.compile(r"[^\s:]+(?::| [-–—]) (?=\S)")
_FORBIDS = re.compile(r"(?:don['’]t|do not|never|avoid)\b", re.IGNORECASE)
_ACTS = word_set(
    "apply click copy double-click download drag enter go hit install log navigate open paste press"
    " right-click run scroll select sign tap tick toggle type unzip upload"
)
"""First words of what is done with a program, or with a form."""
_GOES_ON = word_set("it them")
"""Words of a step that goes on with what an earlier one began."""
_FEWEST_ACTS = 2  # steps, without which a list of orders may be one of slogans
_CLAUSES = word_set("in on at from under once when after before if")
_FIRST = word_set("first firstly start")
_THEN = word_set("then next second secondly finally lastly afterwards")
_OPENERS = _ACTS | _CLAUSES | _FIRST | _THEN
_STEP = re.compile(
    r"(?:(?P<word>Step)\s)?(?P<number>\d{1,2})\s?[.:)–—-]\s*(?P<rest>\S.*)", re.DOTALL
)


def draw(passages: list[Passage], *, title: str, english: bool) -> tuple[Steps, ...]:
    """
    Return the procedures in reading order: numbered lists, and headings numbered as steps.

    In English most steps must open with an order, such as `Open the file`, and the words above
    them must say what they lead to (`To close a claim:`), unless the steps show by themselves that
    they are done one after the other: reasons, features, tips and aims often read as orders. In
    other languages the numbers alone tell, so each step must be a sentence of its own.
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
        if not _may_be_a_procedure(steps, told=english):
            continue
        before = passages[number - 1] if number else passage
        last = _sentence_before(before, block)
        if english and not _are_english_steps(passage.heading, last, steps):
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


def _are_english_steps(heading: str, last: Sentence | None, steps: tuple[str, ...]) -> bool:
    """Tell whether the items of a list are called steps or are orders, and nothing else."""
    said = last.text if last is not None else ""
    if calls_them_something_else(heading, said) or not all(steps):
        return False
    called = calls_them_steps(said) and said[-1] == ":" if said else is_a_way(heading)
    if called and all(step.split()[0].endswith("ing") for step in steps):
        return True
    if counts_them_as_steps(said or heading, len(steps)):
        return True
    if (called or _follow_each_other(steps)) and _are_told(steps):
        return True
    if not (called or leads_to_an_end(heading, said) or _are_acts(steps)):
        return False
    return _are_orders(steps, _CALLED_ORDERS if called else _ORDERS)


def _are_acts(steps: tuple[str, ...]) -> bool:
    """Tell whether some steps are done with a program or a form, or follow on others."""
    told = [words(step) for step in steps]
    acts = [one for one in told if one[:1] and (one[0] in _OPENERS or not _GOES_ON.isdisjoint(one))]
    return len(acts) >= _FEWEST_ACTS


def _follow_each_other(steps: tuple[str, ...]) -> bool:
    """Tell whether steps say themselves that they come one after the other."""
    openers = [step.partition(" ")[0].rstrip(",").lower() for step in steps]
    return openers[0] in _FIRST and not _THEN.isdisjoint(openers[1:])


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
    if not _may_be_a_procedure(steps, told=english):
        return
    called = all(step["word"] for _, step in run)
    if english and not called and not _are_english_headings(text, steps):
        return
    yield Steps(
        text=text,
        span=first.span.through(last.span),
        anchor=parents[-1].anchor if parents else "",
        audience=first.audience,
        steps=steps,
    )


def _are_english_headings(text: str, steps: tuple[str, ...]) -> bool:
    """Tell whether numbered headings are steps by the heading above them or by what they say."""
    if counts_them_as_steps(text, len(steps)):
        return True
    if promises_steps(text) and all(step.split()[0].endswith("ing") for step in steps):
        return True
    if calls_them_something_else(text, "") or not _are_orders(steps, _ORDERS):
        return False
    return leads_to_an_end(text, "") or _are_acts(steps)


def _may_be_a_procedure(steps: tuple[str, ...], *, told: bool) -> bool:
    """
    Tell by their number and shape whether items may be the steps of a procedure.

    Where no words will tell (`told` is False), each must be a sentence.
    """
    if not _FEWEST <= len(steps) <= _MOST or not all(steps):
        return False
    if any(len(step.split()) > _LONGEST_STEP or step[-1] == "?" for step in steps):
        return False
    if 2 * sum(" " in step for step in steps) <= len(steps):
        return False  # names of phases: `Meet`, `Plan`, `Build`
    return told or all(step[-1] in ".!\u3002" for step in steps)


def _are_orders(steps: tuple[str, ...], share: float) -> bool:
    """Tell whether enough items open with an order, and not only with what not to do."""
    if 2 * sum(_FORBIDS.match(step) is not None for step in steps) > len(steps):
        return False
    return sum(_is_an_order(step) for step in steps) >= share * len(steps)


def _is_an_order(step: str) -> bool:
    """Tell whether an item is an order; after a name of one word, what explains it must be one."""
    name = _GLOSSED.match(step)
    return opens_with_an_order(step[name.end() :] if name is not None else step)


def _place(steps: Steps) -> tuple[int, int]:
    return (steps.span.line, steps.span.column)
