"""A question as an author would write it: only the keys that say something, in the usual order."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enablekit.model.guidance_entries import AuthoredItem

_SAFE_DIGITS = 15  # as many as a binary number keeps


def plain_item(item: AuthoredItem) -> dict[str, Any]:
    """Return a question as plain data, in the shortest form that is read back as the same."""
    data: dict[str, Any] = {
        "stem": item.stem,
        "key": _one_or_more(item.key),
        "pairs": [{"prompt": pair.prompt, "answer": pair.answer} for pair in item.pairs],
        "steps": list(item.steps),
        "number": _figure(item.number),
        "tolerance": _figure(item.tolerance),
        "unit": item.unit,
        "answers": list(item.answers),
        "distractors": list(item.distractors),
        "feedback": [{"option": one.option, "say": one.say} for one in item.feedback],
        "rationale": item.rationale,
        "tests": item.tests,
    }
    return {key: value for key, value in data.items() if value not in ("", [], None)}


def _one_or_more(texts: tuple[str, ...]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else list(texts)


def _figure(digits: str) -> int | float | str | None:
    """Return a number as a number where none of its digits get lost."""
    if not digits:
        return None
    if len(digits) > _SAFE_DIGITS:
        return digits
    if "." not in digits:
        return int(digits)
    return float(digits) if repr(float(digits)) == format(Decimal(digits), "f") else digits
