"""
An answer names a proof point, or a question a statement to know, that the guidance does not have.

Why reps care: The answer stands alone in the guide, without the number that makes a buyer believe
it.

Wrong:
    objections:
      - they_say: Our ERP does that.
        respond: It leaves out what you send.
        proof: proof-9

Right:
    objections:
      - they_say: Our ERP does that.
        respond: It leaves out what you send.
        proof: proof-1
    proof_points:
      - {id: proof-1, claim: Paid 11 days sooner.}
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.guidance_entries import Objection, TalkTrack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK214",
    name="unknown-proof",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each name of a proof point or a must-know that leads nowhere."""
    if asset.status is Status.RETIRED:
        return
    for name, place, id_, span in _references(asset):
        known = [one.id for one in getattr(asset.guidance, name) if one.id]
        if id_ in known:
            continue
        what = "proof point" if name == "proof_points" else "statement to know"
        is_draft = id_ in {one.id for one in getattr(asset.drafts, name)}
        key = "proof" if name == "proof_points" else "tests"
        yield RULE.at(
            in_entry(span, id_, around, key=key),
            f"the {what} `{id_}` is only a draft" if is_draft else f"there is no {what} `{id_}`",
            place=place,
            fix="Confirm it: delete its `draft: true`" if is_draft else _advice(id_, known, name),
        )


def _references(asset: Asset) -> Iterator[tuple[str, str, str, Span]]:
    """Yield for each reference its list, its place in words, the id, and where the entry stands."""
    for field in ("talk_track", "objections"):
        for place, entry in numbered(asset, field):
            if isinstance(entry, (TalkTrack, Objection)) and entry.proof:
                yield "proof_points", place, entry.proof, entry.span
    for number, item in enumerate(asset.items, start=1):
        if item.tests:
            yield "must_know", f"question {number}", item.tests, item.span


def _advice(id_: str, known: Collection[str], name: str) -> str:
    close = get_close_matches(id_, known, n=1)
    if close:
        return f"Did you mean `{close[0]}`?"
    listed = f" or name one of {', '.join(known)}" if known else ""
    return f"Add it to `{name}:`{listed}"
