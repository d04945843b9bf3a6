"""The questions under `check:` become written items; what contradicts itself is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.finding import Severity
from enablekit.model.item import Number, Option, WrittenItem
from enablekit.model.value import Mapping, Sequence
from enablekit.parsing import item_forms
from enablekit.parsing.diagnoses import UNCLEAR_ITEM
from enablekit.parsing.reading import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.guidance import Guidance
    from enablekit.model.guidance_entries import AuthoredItem
    from enablekit.model.span import Span
    from enablekit.model.value import Value
    from enablekit.parsing.reading import Reading

_ASK_FOR = {
    "key": "one to choose",
    "pairs": "pairs to match",
    "steps": "steps to order",
    "number": "a number to type",
    "answers": "words to type",
}
# What goes beside each way to say what is right, besides stem, rationale and the like.
_BESIDE = {
    "key": frozenset({"distractors", "feedback"}),
    "pairs": frozenset({"distractors", "feedback"}),
    "steps": frozenset({"feedback"}),
    "number": frozenset({"tolerance", "unit"}),
    "answers": frozenset({"feedback"}),
}
_OPTIONAL = ("distractors", "tolerance", "unit", "feedback")


class _Authored(NamedTuple):
    """An item with what is needed to report on it."""

    item: AuthoredItem
    keys: dict[str, Span]
    place: str
    reading: Reading

    def report(self, key: str, message: str, fix: str, *, asked: bool = False) -> None:
        """Report what is wrong under a key; it weighs less when the item can be asked."""
        span = self.keys.get(key, self.item.span)
        severity = Severity.WARNING if asked else None
        self.reading.findings.append(
            UNCLEAR_ITEM.at(span, message, fix=fix, place=self.place, severity=severity)
        )


def read(guidance: Guidance, written: Value | None, reading: Reading) -> tuple[WrittenItem, ...]:
    """
    Turn the items of `check:` into the same form as a quiz in the body.

    Args:
        guidance: The confirmed guidance.
        written: The value of `enablement:` it was read from, which knows the place of each key.
        reading: Where to report.

    """
    if guidance.check is None:
        return ()
    places = _places(written)
    found = []
    for number, item in enumerate(guidance.check.items, start=1):
        keys = places.get(item.span, {})
        made = _read(_Authored(item, keys, f"item {number}", reading))
        if made is not None:
            found.append(made)
    return tuple(found)


def _read(one: _Authored) -> WrittenItem | None:
    """Return an item, or None where it cannot be asked."""
    item = one.item
    if len(item.told_by) > 1:
        first, second, *_ = item.told_by
        one.report(
            second,
            f"`{first}` asks for {_ASK_FOR[first]} and `{second}` for {_ASK_FOR[second]}, "
            "so nobody is asked",
            "Keep one of the two, or make two questions of them",
        )  # fmt: skip
        return None
    if not item.stem or not item.told_by:
        return None  # what is missing is reported with all that cannot be marked
    kind = item.told_by[0]
    for key in _OPTIONAL:
        if getattr(item, key) and key not in _BESIDE[kind]:
            one.report(
                key, f"`{key}` means nothing beside `{kind}`", _advice(key, kind), asked=True
            )
    return _FORMS[kind](one)


def _advice(key: str, kind: str) -> str:
    if key == "distractors":
        return f"Leave it out, or write `key:` instead of `{kind}:` to have one chosen"
    if key == "feedback":
        return "Say it in `rationale:`, which everybody sees"
    return f"Leave it out, or write `number:` instead of `{kind}:` to have a number typed"


def _choice(one: _Authored) -> WrittenItem:
    item = one.item
    said = _feedback(one, (*item.key, *item.distractors))
    options = (
        *(Option(text=key, correct=True, feedback=said.get(key, "")) for key in item.key),
        *(Option(text=no, correct=False, feedback=said.get(no, "")) for no in item.distractors),
    )
    return _item(item, options)


def _matching(one: _Authored) -> WrittenItem | None:
    item = one.item
    pairs = [(pair.prompt, pair.answer) for pair in item.pairs]
    for pair in item.pairs:
        if not pair.prompt:
            one.report(
                "pairs",
                f"“{pair.answer}” answers nothing",
                "Put it under `distractors:`",
                asked=True,
            )
    formed = item_forms.matching(pairs, item.distractors)
    if _reported(one, "pairs", formed):
        return None
    said = _feedback(one, [option.text for option in formed.options])
    options = tuple(
        Option(text=option.text, correct=option.correct, feedback=said.get(option.text, ""))
        for option in formed.options
    )
    return _item(
        item, options, form="matching", prompts=formed.prompts, matches=formed.matches
    )  # fmt: skip


def _ordering(one: _Authored) -> WrittenItem | None:
    said = _feedback(one, one.item.steps)
    steps = [
        Option(text=step, correct=True, feedback=said.get(step, "")) for step in one.item.steps
    ]
    formed = item_forms.ordering(steps)
    return None if _reported(one, "steps", formed) else _item(one.item, formed.options, "ordering")


def _numeric(one: _Authored) -> WrittenItem:
    item = one.item
    tolerance = item.tolerance.lstrip("-") or "0"
    if item.tolerance.startswith("-"):
        one.report("tolerance", "`tolerance` is below zero", f"Write {tolerance}", asked=True)
    number = Number(value=item.number, tolerance=tolerance, unit=item.unit)
    return _item(item, (), "numeric", number=number)


def _short(one: _Authored) -> WrittenItem:
    said = _feedback(one, one.item.answers)
    options = tuple(
        Option(text=text, correct=True, feedback=said.get(text, "")) for text in one.item.answers
    )
    return _item(one.item, options, "short")


_FORMS = {
    "key": _choice,
    "pairs": _matching,
    "steps": _ordering,
    "number": _numeric,
    "answers": _short,
}


def _item(
    item: AuthoredItem,
    options: tuple[Option, ...],
    form: str = "",
    *,
    prompts: tuple[str, ...] = (),
    matches: tuple[int, ...] = (),
    number: Number | None = None,
) -> WrittenItem:
    return WrittenItem(
        stem=item.stem,
        options=options,
        span=item.span,
        form=form,
        prompts=prompts,
        matches=matches,
        number=number,
        rationale=item.rationale,
        tests=item.tests,
        name=item.id,
        keys_first=True,
    )


def _reported(one: _Authored, key: str, formed: item_forms.Formed) -> bool:
    for message, fix in formed.wrong:
        one.report(key, f"{message}, so nobody is asked", fix)
    return bool(formed.wrong)


def _feedback(one: _Authored, options: tuple[str, ...] | list[str]) -> dict[str, str]:
    """Return what to say by option; what is meant for no option is reported."""
    said: dict[str, str] = {}
    for entry in one.item.feedback:
        if entry.option in options:
            said.setdefault(entry.option, entry.say)
            continue
        folded = {option.casefold(): option for option in options}
        close = folded.get(did_you_mean(entry.option, folded), "")
        one.report(
            "feedback",
            f"“{entry.option}” is no answer of this question, so its feedback is never shown",
            f"Did you mean “{close}”?" if close else "Write an answer in the very same words",
            asked=True,
        )
    return said


def _places(written: Value | None) -> dict[Span, dict[str, Span]]:
    """Return for each item, by where it stands, where its keys stand."""
    return {
        item.span: {entry.key: entry.key_span for entry in item.entries}
        for item in _mappings(_at(_at(written, "check"), "items"))
    }


def _at(value: Value | None, key: str) -> Value | None:
    return value.get(key) if isinstance(value, Mapping) else None


def _mappings(value: Value | None) -> Iterator[Mapping]:
    items = value.items if isinstance(value, Sequence) else (value,)
    return (item for item in items if isinstance(item, Mapping))
