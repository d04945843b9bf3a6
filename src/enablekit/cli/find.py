"""`enablekit find`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.ranking.rank import Placed
    from enablekit.usecases.find import Found

NOTHING_FITS = 1
_SHOWN = 5
_A_GAP = " Try other words; if that does not help, it may be a piece to write."


def command(  # noqa: PLR0913 - an argument an option
    *,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[SENTENCE]", help="What they say.")
    ] = None,
    pain: Annotated[str, typer.Option(metavar="ID", help="What hurts them.")] = "",
    persona: Annotated[str, typer.Option(metavar="ID", help="Who it is.")] = "",
    stage: Annotated[str, typer.Option(metavar="ID", help="Where they are in their journey.")] = "",
    competitor: Annotated[str, typer.Option(metavar="ID", help="Against whom.")] = "",
    channel: Annotated[
        str, typer.Option(metavar="WORD", help="How it reaches them, such as email.")
    ] = "",
    minutes: Annotated[int, typer.Option(metavar="N", help="How much time there is.", min=0)] = 0,
    limit: Annotated[int, typer.Option(metavar="N", help="How many to show.", min=1)] = _SHOWN,
    explain: Annotated[bool, typer.Option("--explain", help="Show the points of each.")] = False,
    folder: Folder = HERE,
    now: Annotated[str, typer.Option(metavar="DATE", help="As if it were this day.")] = "",
    as_json: Json = False,
) -> None:
    """Find the piece for a situation: what they say, who it is, where in their journey."""
    from enablekit.ranking.situation import Situation  # noqa: PLC0415 - only this command needs it
    from enablekit.usecases.find import find  # noqa: PLC0415 - loads every stage

    asked = Situation(
        pain=pain, persona=persona, stage=stage, competitor=competitor, channel=channel,
        minutes=minutes,
    )  # fmt: skip
    found = find(folder, " ".join(words or ()), asked, now=now or None)
    if as_json:
        _screen.answer_json(_data(found, limit))
    else:
        if found.suggestion:
            _screen.answer(f"Did you mean “{found.suggestion}”?")
        _screen.answer("\n".join(_lines(found, limit, explain=explain)))
    if not found.answer.fits:
        raise typer.Exit(NOTHING_FITS)


def _lines(found: Found, limit: int, *, explain: bool) -> Iterator[str]:
    answer = found.answer
    for number, one in enumerate(answer.fits[:limit], 1):
        yield f"{number:<3}{one.entry.title}  {_trust(found, one)}"
        yield f"   Why   {' · '.join(found.reasons.why(one))}"
        for label in ("Use it when", "Say"):
            for line in found.guides[one.entry.id].brief:
                if line.label == label and not line.drawn:
                    yield f"   {'When' if label == 'Use it when' else label:<6}{line.text}"
        yield f"   File  {found.guides[one.entry.id].asset.path}"
        if explain:
            yield f"   {_points(one)}"
    if len(answer.fits) > limit:
        yield f"   … and {len(answer.fits) - limit} more; --limit shows them"
    if not answer.fits:
        yield "Nothing fits." + _A_GAP * (not found.suggestion)
    yield from _others("Misses one thing", found, answer.near[:limit], explain=explain)
    yield from _others("Would fit, and must not be used", found, answer.blocked[:limit],
                       explain=explain)  # fmt: skip


def _others(
    heading: str, found: Found, listed: tuple[Placed, ...], *, explain: bool
) -> Iterator[str]:
    if listed:
        yield f"{heading}:"
    for one in listed:
        yield f"   {one.entry.title}: {_against(found, one)}"
        if explain:
            yield f"      {_points(one)}"


def _trust(found: Found, one: Placed) -> str:
    badge = found.guides[one.entry.id].badge
    return f"[{(badge.word or 'not verified').lower()}]"


def _points(one: Placed) -> str:
    earned = " + ".join(f"{each.points} {each.name}" for each in one.criteria)
    return f"{one.points} points = {earned}; {one.state or 'unverified'}; words {one.score:.3f}"


def _against(found: Found, one: Placed) -> str:
    return found.reasons.lacks(one) + (f" ({one.rule})" if one.rule else "")


def _data(found: Found, limit: int) -> dict[str, Any]:
    asked, answer = found.asked, found.answer
    return {
        "schema": "enablekit.find/1",
        "asked": {
            "pain": asked.pain,
            "persona": asked.persona,
            "stage": asked.stage,
            "competitor": asked.competitor,
            "channel": asked.channel,
            "minutes": asked.minutes,
            "words": list(asked.words),
        },
        "suggestion": found.suggestion,
        "fits": [_piece(found, one) for one in answer.fits[:limit]],
        "near": [
            _piece(found, one) | {"missing": one.missing[0].name} for one in answer.near[:limit]
        ],
        "blocked": [
            _piece(found, one) | {"rule": one.rule, "reason": _against(found, one)}
            for one in answer.blocked[:limit]
        ],
    }


def _piece(found: Found, one: Placed) -> dict[str, Any]:
    return {
        "id": one.entry.id,
        "title": one.entry.title,
        "path": found.guides[one.entry.id].asset.path,
        "state": one.state,
        "points": {each.name: each.points for each in one.criteria},
        "total": one.points,
        "words": list(one.words),
        "score": one.score,
    }
