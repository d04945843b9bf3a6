"""How `build --explain-items` shows what became of the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.extend.short_quote import short
from enablekit.usecases.explain_items import by_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.compilers.gate import Dropped
    from enablekit.model.guidance_entries import MustKnow
    from enablekit.usecases.explain_items import ItemsOfAsset

_COLUMNS = ("written", "made", "kept", "asked")
_KNOWN = "must-knows"


def table(explained: Sequence[ItemsOfAsset], *, everything: bool) -> str:
    """
    Return one line an asset and one for all.

    With `everything`, each question that was dropped and each must-know that nobody is asked for,
    too, and how to ask.
    """
    if not explained:
        return "There are no assets to ask about"
    lines = [_line((*_COLUMNS, _KNOWN), "asset", "what dropped the rest")]
    for one in explained:
        lines.append(_line(_shown([one]), one.asset.id, _rules(one.dropped)))
        if everything:
            lines += [line for dropped in one.dropped for line in _why(dropped)]
            lines += [_nobody_asks(known) for known in one.unasked]
    everybody = [dropped for one in explained for dropped in one.dropped]
    lines.append(_line(_shown(explained), "all", _rules(everybody)))
    return "\n".join([*lines, *_ending(explained, everything=everything)])


def data(explained: Sequence[ItemsOfAsset]) -> dict[str, Any]:
    """Return the same as data, with every dropped question."""
    everybody = [dropped for one in explained for dropped in one.dropped]
    return {
        "schema": "enablekit.items/1",
        **dict(zip(_COLUMNS, _counts(explained), strict=True)),
        **_covered(explained),
        "dropped_by_rule": {number: many for number, _, many in by_rule(everybody)},
        "assets": [
            {
                "id": one.asset.id,
                "title": one.asset.title,
                "path": one.asset.path,
                **dict(zip(_COLUMNS, _counts([one]), strict=True)),
                **_covered([one]),
                "must_knows_unasked": [_unasked(known) for known in one.unasked],
                "kept_items": [
                    {"id": item.id, "kind": item.kind, "stem": str(item.stem)}
                    for item in one.making.sifted.kept
                ],
                "dropped_items": [_dropped(dropped) for dropped in one.dropped],
            }
            for one in explained
        ],
    }


def _counts(some: Sequence[ItemsOfAsset]) -> tuple[int, ...]:
    return (
        sum(one.making.written for one in some),
        sum(one.candidates for one in some),
        sum(one.kept for one in some),
        sum(one.asked for one in some),
    )


def _covered(some: Sequence[ItemsOfAsset]) -> dict[str, int]:
    """Return how many must-knows there are, and how many of them somebody is asked for."""
    every = sum(len(one.must_knows) for one in some)
    return {"must_knows": every, "must_knows_asked": every - sum(len(one.unasked) for one in some)}


def _shown(some: Sequence[ItemsOfAsset]) -> tuple[object, ...]:
    """Return the counts, and of how many must-knows how many are asked for."""
    covered = _covered(some)
    known = f"{covered['must_knows_asked']}/{covered['must_knows']}"
    return (*_counts(some), known if covered["must_knows"] else "-")


def _ending(explained: Sequence[ItemsOfAsset], *, everything: bool) -> list[str]:
    """Return what to do about must-knows without a question; nothing where there are none."""
    unasked = [known for one in explained for known in one.unasked]
    if not unasked:
        return []
    many = len(unasked)
    head = "1 must-know has" if many == 1 else f"{many} must-knows have"
    if not everything:
        return ["", f"{head} no question; with --verbose you see which, and what to write"]
    return ["", f"{head} no question. Write one, for instance:", "", *_example(unasked[0])]


def _example(known: MustKnow) -> list[str]:
    """Return the question that a person could write, as it stands in the front matter."""
    return [
        "enablement:",
        "  check:",
        "    items:",
        "      - stem: What would somebody ask you who needs to know this?",
        "        key: What you would answer",
        "        distractors: [What people take it for, What another piece says]",
        f"        rationale: Why that is so ({short(known.statement)})",
        f"        tests: {known.id or 'the id of the must-know'}",
    ]


def _nobody_asks(known: MustKnow) -> str:
    place = f"{known.span.path}:{known.span.line}"
    return f"{'':45}no question: {known.id} “{short(known.statement)}” ({place})"


def _unasked(known: MustKnow) -> dict[str, Any]:
    return {
        "id": known.id,
        "statement": known.statement,
        "path": known.span.path,
        "line": known.span.line,
    }


def _line(counts: Sequence[object], name: str, rules: str) -> str:
    *counts, known = counts
    shown = "".join(f"{one!s:>8}" for one in counts) + f"{known!s:>11}"
    return f"{shown}  {name}: {rules}" if rules else f"{shown}  {name}"


def _rules(dropped: Sequence[Dropped]) -> str:
    return ", ".join(f"{number} {name} {many}" for number, name, many in by_rule(dropped))


def _why(dropped: Dropped) -> list[str]:
    reasons = [f"{'':47}{one.rule} {one.name}: {one.flaw.message}" for one in dropped.reasons]
    return [f"{'':45}{dropped.item.kind}: {dropped.item.stem}", *reasons]


def _dropped(dropped: Dropped) -> dict[str, Any]:
    item = dropped.item
    return {
        "id": item.id,
        "kind": item.kind,
        "stem": str(item.stem),
        "options": [option.text for option in item.options],
        "path": item.source.path,
        "line": item.source.line,
        "reasons": [
            {
                "rule": one.rule,
                "name": one.name,
                "severity": one.flaw.severity.word,
                "message": one.flaw.message,
            }
            for one in dropped.reasons
        ],
    }
