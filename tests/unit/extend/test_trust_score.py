from __future__ import annotations

import datetime as dt

from enablekit.extend.trust_flags import trust_flags
from enablekit.extend.trust_score import trust_score, urgency
from enablekit.model.asset import Asset
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import ProofPoint
from enablekit.model.span import Span

PLACE = Span(path="one.md", line=1)
TODAY = dt.date(2026, 11, 1)


def asset(**fields: object) -> Asset:
    return Asset(id="one", path="one.md", title="One", span=PLACE, **fields)  # type: ignore[arg-type]  # any field


def test_what_is_due_soon_still_counts_and_what_is_out_of_use_does_not() -> None:
    score = trust_score(
        ["verified", "due", "overdue", "changed", "expired", "draft", "retired", "superseded"]
    )

    assert (score.verified, score.in_use, score.percent) == (2, 5, 40)


def test_a_score_is_rounded_down_and_nothing_in_use_is_no_score() -> None:
    assert trust_score(["verified", "verified", "unverified"]).percent == 66
    assert trust_score([]).percent == 0


def test_what_nobody_should_use_comes_before_what_nobody_has_looked_at() -> None:
    assert sorted(["verified", "unverified", "expired", "strange"], key=urgency) == [
        "expired", "unverified", "verified", "strange",
    ]  # fmt: skip


def test_each_flag_says_why() -> None:
    proof = ProofPoint(span=PLACE, claim="11 days.", until=dt.date(2026, 10, 1))
    one = asset(
        owner="nobody-known",
        published=dt.date(2026, 12, 1),
        guidance=Guidance(proof_points=(proof,)),
    )

    assert trust_flags(one, "verified", {"ana"}, TODAY) == (
        ("unknown-owner", "`nobody-known` is not one of the project's people."),
        ("permission-ended", "The permission of proof point 1 ended on 2026-10-01."),
        ("embargoed", "It is not to be used before 2026-12-01."),
    )


def test_what_is_not_in_use_has_no_flags() -> None:
    assert trust_flags(asset(), "retired", set(), TODAY) == ()
    assert [flag for flag, _ in trust_flags(asset(), "changed", set(), TODAY)] == [
        "changed", "unowned",
    ]  # fmt: skip
