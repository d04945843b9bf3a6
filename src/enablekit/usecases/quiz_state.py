"""Where a person is in a check: what is asked of them now, and what they answered before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.adapters import project
from enablekit.extend.grading import Response, is_right
from enablekit.extend.item_key import TYPED

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.adapters import quiz_progress
    from enablekit.model.audience import Audience
    from enablekit.model.item import Check, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """
    What somebody asked for.

    Attributes:
        start: The folder they stand in, or named.
        audience: For whom; None for what the project says.
        now: The day to ask as of, or None for today.

    """

    start: Path
    audience: Audience | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer: the response, whether its learner was sure, and whether it is right."""

    response: Response
    sure: bool
    right: bool


def root_of(wish: Wish) -> Path:
    """Return the folder of the project."""
    return project.find(wish.start).root


def finished(kept: quiz_progress.Kept, asset: str, version: str) -> int:
    """Return how often this check was finished as it is now."""
    return sum(one["asset"] == asset and one["check"] == version for one in kept.attempts)


def asked(check: Check, attempt: int) -> tuple[Item, ...]:
    """Return what an attempt asks: a draw of its own if there are draws, else everything."""
    if not check.draws:
        return check.items
    pool = {item.id: item for item in check.pool}
    drawn = check.draws[attempt % len(check.draws)]
    return tuple(pool[each] for each in drawn if each in pool) or check.items


def begun_key(asset: str, audience: Audience) -> str:
    """Return under which name a begun check is kept: other readers are asked other things."""
    return f"{asset} {audience.word}"


def still_begun(
    kept: quiz_progress.Kept, asset: str, audience: Audience, version: str
) -> dict[str, Any]:
    """Return what was begun of a check as it is now, or nothing."""
    begun = kept.begun.get(begun_key(asset, audience), {})
    same = begun.get("check") == version and begun.get("attempt") == finished(kept, asset, version)
    return begun if same else {}


def answer_data(given: Given) -> dict[str, Any]:
    """Return an answer as attempts have it; docs/reference/attempts.md."""
    response = given.response
    typed = {"typed": response.typed} if response.typed else {}
    return {"chosen": list(response.chosen), **typed, "right": given.right, "sure": given.sure}


def read_answers(items: tuple[Item, ...], data: object) -> dict[str, Given]:
    """Read answers that were kept; what is damaged is asked again, and all are graded again."""
    answers = data if isinstance(data, dict) else {}
    found: dict[str, Given] = {}
    for item in items:
        one = answers.get(item.id)
        if not isinstance(one, dict):
            continue
        chosen, typed = one.get("chosen"), one.get("typed", "")
        numbers = isinstance(chosen, list) and all(type(each) is int for each in chosen)
        if not numbers or not isinstance(typed, str) or bool(typed) != (item.form in TYPED):
            continue
        response = Response(chosen=tuple(chosen or ()), typed=typed)
        sure = one.get("sure") is True
        found[item.id] = Given(response=response, sure=sure, right=is_right(item, response))
    return found
