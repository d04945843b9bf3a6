"""Q01: what is taken for right must stand in the piece or its guidance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import numbers
from enablekit.extend.guidance_texts import texts
from enablekit.extend.item_making import normalised
from enablekit.extend.item_parts import asks_for_exception, distractors, judges, keys
from enablekit.extend.item_rule import Flaw
from enablekit.extend.item_support import counted
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity
from enablekit.model.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q01"
NAME = "key-supported"

# A claim with what it was measured on, each of which is authored by itself.
_SCOPED = re.compile(r"(.+) \(([^()]+)\)\.")


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """Yield each right answer that nothing supports."""
    return _of_written(item, about) if item.written else _of_made(item, about)


def _of_written(item: Item, about: About) -> Iterator[Flaw]:
    """
    Judge by the numbers and the telling words of an answer, since people use words of their own.

    Without a body there may be text that nobody can read here, and nothing is said.
    """
    if not about.asset.body.blocks or not item.options:
        return
    said = about.said
    for place, text in keys(item):
        absent = [figure for figure in counted(text) if figure not in said.numbers]
        if absent and not _is_worked_out(item, about):
            yield Flaw(
                severity=Severity.ERROR,
                message=f"neither the piece nor its guidance has the number in “{short(text)}”",
                fix="Correct the answer, or the piece if the number is new",
                option=place,
                words=absent[0],
            )
        elif about.is_english and not absent and not said.supports(item.stem, text):
            yield Flaw(
                severity=Severity.WARNING,
                message=f"nothing in the piece or its guidance says “{short(text)}”",
                fix="Use the words of the piece, or add what is asked to `must_know:`",
                option=place,
            )


def _is_worked_out(item: Item, about: About) -> bool:
    """Tell whether the answer is calculated, from figures of the question or of the rationale."""
    why = numbers(item.rationale)
    return bool(numbers(item.stem)) or len(why & about.said.numbers) > 1


def _of_made(item: Item, about: About) -> Iterator[Flaw]:
    """
    Look for the very words: in the lines of the source, and for guidance anywhere in it.

    Of an asset without a text at hand there is nothing to hold them against.
    """
    if judges(item) or not about.asset.body.blocks:
        return
    for place, text in _answers(item):
        if text in about.titles or text in about.names:
            continue
        scoped = _SCOPED.fullmatch(text)
        if all(_stands(one, item, about) for one in (scoped.groups() if scoped else (text,))):
            continue
        yield Flaw(
            severity=Severity.ERROR,
            message=f"“{short(text)}” does not stand where it is said to come from",
            fix="Ask for what stands there",
            option=place,
        )


def _answers(item: Item) -> Iterator[tuple[int | None, str]]:
    """Yield what has to be true of the piece; of a claim it does not make, all the others."""
    if item.form == "numeric" and item.number is not None:
        yield None, item.number.value
    elif item.form == "matching":
        for place in sorted(set(item.matches)):
            yield place, item.options[place].text
    elif item.form in {"sorting", "ordering"}:
        yield from enumerate(_authored(option.text) for option in item.options)
    elif item.form == "short":
        yield from keys(item)[:1]
    else:
        yield from distractors(item) if asks_for_exception(item) else keys(item)


def _authored(text: str) -> str:
    """Return the words an author wrote, without the name of the person put before them."""
    when = text.values.get("when") if isinstance(text, Phrase) else None
    return when if isinstance(when, str) else text


def _stands(text: str, item: Item, about: About) -> bool:
    here = about.standing_at(item.source)
    if item.form == "numeric":
        return any(text in numbers(one) for one in here)
    words = f" {normalised(text)} "
    if words in f" {normalised(' '.join(here))} ":
        return True
    return not item.drawn and words in about.once(_guidance)


def _guidance(about: About) -> str:
    """Return everything authored in one line, each text apart from the next."""
    asset = about.asset
    parts = (asset.title, asset.summary, *(one.text for one in texts(asset)))
    return "".join(f" {normalised(part)} |" for part in parts)
