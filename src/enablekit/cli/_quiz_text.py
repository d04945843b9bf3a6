"""A check in plain lines: what is asked, what was right, and what to read again."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from enablekit.cli import _screen
from enablekit.encoding.counted import counted
from enablekit.encoding.terminal import line
from enablekit.extend.item_key import key_of
from enablekit.model.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.item import Item
    from enablekit.model.span import Span
    from enablekit.usecases.quiz import Taking
    from enablekit.usecases.quiz_state import Given


def head(taking: Taking) -> Iterator[str]:
    """Say which check it is."""
    asked = counted(len(taking.items), "question")
    yield from wrapped(f"{taking.title}: {asked}, {taking.to_pass} right to pass.")


def opening(taking: Taking) -> Iterator[str]:
    """Say what is going to happen."""
    yield from head(taking)
    if taking.edited:
        yield from wrapped("The check has been edited since you began, so it begins anew.")
    if taking.resumed:
        left = len(taking.items) - taking.resumed
        yield from wrapped(f"You answered {taking.resumed} before; {left} to go.")
    yield from wrapped("Put ! behind an answer that you are sure of, like this: 2!")
    yield from wrapped("Ctrl-C stops; your answers are kept on this computer and nowhere else.")


def question(item: Item, number: int, of: int) -> Iterator[str]:
    """Ask an item."""
    yield ""
    yield f"Question {number} of {of}"
    yield from wrapped(item.stem)
    if item.form in {"numeric", "short"}:
        return
    for place, prompt in enumerate(item.prompts, 1):
        yield from wrapped(prompt, label=f"{place}.")
    for place, option in enumerate(item.options, 1):
        yield from wrapped(option.text, label=f"{_label(item, place)}.")


def verdict(item: Item, given: Given, taking: Taking) -> Iterator[str]:
    """Say whether an answer is right, what is right, why, and where it is written."""
    if given.right:
        yield "Right."
    else:
        yield from wrapped(
            "Not right, though you were sure: this one is worth reading again."
            if given.sure
            else "Not right."
        )
        yield from _key(item)
    for place in given.response.chosen if item.form in {"single", "multiple"} else ():
        if item.options[place - 1].feedback:
            yield from wrapped(item.options[place - 1].feedback, label=f"{place}.")
    if item.rationale:
        yield from wrapped(f"Why: {item.rationale}")
    yield from wrapped(f"Where: {_place(item.source, taking)}")


def closing(taking: Taking) -> Iterator[str]:
    """Say how it went: the result, what was wrong though sure, what to read again."""
    yield ""
    result = "Passed" if taking.passed else "Not passed"
    yield from wrapped(
        f"{result}: {taking.right} of {len(taking.items)} right, {taking.to_pass} to pass."
    )
    wrong = [item for item in taking.items if not taking.given[item.id].right]
    sure = [item for item in wrong if taking.given[item.id].sure]
    if sure:
        yield from wrapped("You were sure of these, and they are not right:")
        for item in sure:
            yield from wrapped(item.stem, label="-")
    if wrong:
        yield "Read again:"
    for item in wrong:
        about = taking.statements.get(item.tests) or item.stem
        yield from wrapped(f"{_place(item.source, taking)}: {about}", label="-")


def _key(item: Item) -> Iterator[str]:
    """Say what is right."""
    texts = [option.text for option in item.options]
    if item.form == "numeric" and item.number:
        yield from wrapped(f"Right is: {item.number.value} {item.number.unit}")
    elif item.form == "short":
        yield from wrapped(f"Right is: {' / '.join(texts)}")
    elif item.form == "ordering":
        yield "The right order:"
        yield from _options(item, [place + 1 for place in item.order])
    elif item.form == "sorting":
        yield from _groups(item)
    elif item.form == "matching":
        yield "Right is:"
        for number, place in enumerate(key_of(item), 1):
            yield from wrapped(item.prompts[number - 1], label=f"{number}.")
            yield from wrapped(texts[place - 1], label=f"   {_letter(place)}.")
    else:
        yield "Right is:" if len(key_of(item)) == 1 else "All of these are right:"
        yield from _options(item, key_of(item))


def _groups(item: Item) -> Iterator[str]:
    for group, name in enumerate(item.groups, 1):
        yield from wrapped(f"{name}:")
        yield from _options(
            item, [place for place, one in enumerate(key_of(item), 1) if one == group]
        )


def _options(item: Item, places: Iterable[int]) -> Iterator[str]:
    for place in places:
        yield from wrapped(item.options[place - 1].text, label=f"{place}.")


def _place(source: Span, taking: Taking) -> str:
    first, last = source.line, source.end_line
    lines = f"line {first}" if last <= first else f"lines {first} to {last}"
    named = taking.audience is Audience.INTERNAL and source.path
    return f"{source.path}, {lines}" if named else lines


def _label(item: Item, place: int) -> str:
    return _letter(place) if item.form == "matching" else str(place)


def _letter(place: int) -> str:
    return chr(ord("a") + place - 1)


def wrapped(text: str, *, label: str = "") -> list[str]:
    """
    Return a text in lines that fit the terminal; elsewhere in one.

    Whatever stands in an asset becomes one paragraph, so that it cannot look like a line of ours.
    """
    first = f"  {label} " if label else ""
    shown = line(" ".join(text.split()))
    return textwrap.wrap(
        shown,
        _screen.width(),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first]
