"""
A published asset lacks a field without which an asset of its type is of no use.

A piece that lives elsewhere needs an address; a battlecard needs the rivals it is about.

Why reps care: A card that names no rival does not come up when the buyer names one, and a piece
without an address cannot be sent.

Wrong:
    title: Reader poll on forecasts
    type: external

Right:
    title: Reader poll on forecasts
    type: external
    url: https://example.com/forecast-poll

Options:
    For each asset type, the fields that it must have, such as `case-study: [products, industries]`;
    `[]` for none. Unless a project says otherwise, `external` needs `url`, and where the project
    lists competitors, `battlecard` and `comparison` need `competitors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.whole_asset import is_in_use, title_of
from enablekit.model.asset_fields import AssetFields
from enablekit.model.field import described as described_fields
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK105", name="missing-required-field", severity=Severity.WARNING)

_NEEDED = {"external": ("url",), "battlecard": ("competitors",), "comparison": ("competitors",)}
# Whether there is an owner, a type and a title has rules of its own.
_ELSEWHERE = frozenset({"owner", "type", "title"})
_FIELDS = {declared.name: field.doc for declared, field in described_fields(AssetFields)}


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each field that an asset of this type must have and does not."""
    if not is_in_use(asset):
        return
    needed = around.words(RULE.name, asset.type, _usual(asset.type, around))
    label = around.config.asset_type(asset.type).label
    for name in needed:
        if name in _FIELDS and name not in _ELSEWHERE and not getattr(asset, name):
            known = _known(name, around)
            yield RULE.at(
                title_of(asset, around),
                f"`{name}:` is missing, and the type “{label}” needs it",
                place="the front matter",
                fix=f"Add `{name}:` ({_FIELDS[name].rstrip('.').casefold()}){known}",
                # Without an address nobody can send it; the other fields help to find it.
                severity=Severity.ERROR if name == "url" else None,
            )


def _usual(kind: str, around: Surroundings) -> tuple[str, ...]:
    """Return what a type needs by itself; rivals only where the project knows some."""
    has_rivals = bool(around.config.vocabulary.competitors)
    return tuple(name for name in _NEEDED.get(kind, ()) if name != "competitors" or has_rivals)


def _known(name: str, around: Surroundings) -> str:
    terms = getattr(around.config.vocabulary, name, ())
    return f". Known: {', '.join(term.id for term in terms[:12])}" if terms else ""
