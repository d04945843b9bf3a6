"""How `build --explain-items` shows what became of the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.usecases.explain_items import by_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.compilers.gate import Dropped
    from enablekit.usecases.explain_items import ItemsOfAsset

_COLUMNS = ("written", "made", "kept", "asked")


def table(explained: Sequence[ItemsOfAsset], *, everything: bool) -> str:
    """Return one line an asset and one for all; with `everything`, each dropped question, too."""
    if not explained:
        return "There are no assets to ask about"
    lines = [_line(_COLUMNS, "asset", "what dropped the rest")]
    for one in explained:
        lines.append(_line(_counts([one]), one.asset.id, _rules(one.dropped)))
        if everything:
            lines += [line for dropped in one.dropped for line in _why(dropped)]
    everybody = [dropped for one in explained for dropped in one.dropped]
    lines.append(_line(_counts(explained), "all", _rules(everybody)))
    return "\n".join(lines)


def data(explained: Sequence[ItemsOfAsset]) -> dict[str, Any]:
    """Return the same as data, with every dropped question."""
    everybody = [dropped for one in explained for dropped in one.dropped]
    return {
        "schema": "enablekit.items/1",
        **dict(zip(_COLUMNS, _counts(explained), strict=True)),
        "dropped_by_rule": {number: many for number, _, many in by_rule(everybody)},
        "assets": [
            {
                "id": one.asset.id,
                "title": one.asset.title,
                "path": one.asset.path,
                **dict(zip(_COLUMNS, _counts([one]), strict=True)),
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


def _line(counts: Sequence[object], name: str, rules: str) -> str:
    shown = "".join(f"{one!s:>8}" for one in counts)
    return f"{shown}  {name}: {rules}" if rules else f"{shown}  {name}"


def _rules(dropped: Sequence[Dropped]) -> str:
    return ", ".join(f"{number} {name} {many}" for number, name, many in by_rule(dropped))


def _why(dropped: Dropped) -> list[str]:
    reasons = [f"{'':36}{one.rule} {one.name}: {one.flaw.message}" for one in dropped.reasons]
    return [f"{'':34}{dropped.item.kind}: {dropped.item.stem}", *reasons]


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
