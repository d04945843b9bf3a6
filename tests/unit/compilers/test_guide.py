from __future__ import annotations

import datetime as dt
from typing import Any

from enablekit.compilers.brief import brief
from enablekit.compilers.guide import compile_guide
from enablekit.config.project import Config
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Asset, Status
from enablekit.model.audience import Audience
from enablekit.model.evidence import Drawn, Evidence
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import (
    DiscoveryQuestion,
    Line,
    NextAsset,
    Pitches,
    UseWith,
)
from enablekit.model.guide import Guide
from enablekit.model.span import Span

HERE = Span(path="a.md")
OPENING = Drawn(text="Disputes cost money.", span=Span(path="a.md", line=9))


def guide(*assets: Asset, of: str = "a", reader: Audience = Audience.INTERNAL) -> Guide:
    library, _ = link(assets, Config(), reader, dt.date(2026, 11, 1))
    return compile_guide(library.by_id[of], library, Config(), Siblings(library))


def asset(guidance: Guidance, **values: Any) -> Asset:  # noqa: ANN401 - any field of an asset
    return Asset(id="a", path="a.md", title="A", span=HERE, guidance=guidance, **values)


def test_the_brief_prefers_the_question_about_the_problem() -> None:
    guidance = Guidance(
        use_with=(UseWith(span=HERE, persona="cfo", when="He names DSO."),),
        pitches=Pitches(span=HERE, ten_seconds="One in ten is disputed."),
        questions=(
            DiscoveryQuestion(span=HERE, ask="Who?", kind="situation"),
            DiscoveryQuestion(span=HERE, ask="What goes wrong?", kind="problem"),
        ),
        do_not_use_when=(Line(span=HERE, text="They automate already."),),
    )

    lines = [(one.label, one.text, one.drawn) for one in brief(asset(guidance))]

    assert lines == [
        ("Use it when", "He names DSO.", False),
        ("Say", "One in ten is disputed.", False),
        ("Ask", "What goes wrong?", False),
        ("Not when", "They automate already.", False),
    ]


def test_without_guidance_the_brief_is_drawn_and_says_so() -> None:
    drawn = brief(asset(Guidance(), evidence=Evidence(opening=OPENING)))

    assert [(one.label, one.drawn, one.span.line) for one in drawn] == [("It opens with", True, 9)]


def test_authored_and_drawn_lines_never_mix_in_a_brief() -> None:
    guidance = Guidance(do_not_use_when=(Line(span=HERE, text="Never by mail."),))

    lines = brief(asset(guidance, evidence=Evidence(opening=OPENING)))

    assert [one.drawn for one in lines] == [False]


def test_what_the_type_requires_and_nobody_wrote_is_a_question_to_the_owner() -> None:
    found = guide(asset(Guidance(tldr=Line(span=HERE, text="Short.")), type="blog-post"))

    assert [one.field for one in found.missing] == [
        "use_with", "do_not_use_when", "pains", "stages", "share", "next", "owner",
    ]  # fmt: skip
    assert all(one.question.endswith("?") for one in found.missing if one.field != "share")
    assert (found.required, found.filled) == (8, 1)


def test_nobody_is_asked_to_complete_a_retired_piece() -> None:
    assert guide(asset(Guidance(), status=Status.RETIRED)).missing == ()


def test_what_comes_next_keeps_the_authors_condition_also_past_a_dead_reference() -> None:
    following = (
        NextAsset(span=HERE, asset="gone", when="Never."),
        NextAsset(span=HERE, asset="b", when="They ask for proof."),
    )
    other = Asset(id="b", path="b.md", title="B", span=HERE)

    found = guide(asset(Guidance(next=following)), other)

    assert [(one.id, one.when) for one in found.next] == [("b", "They ask for proof.")]


def test_a_wider_audience_is_not_told_what_is_missing() -> None:
    found = guide(asset(Guidance(), audience=Audience.PUBLIC), reader=Audience.PUBLIC)

    assert (found.missing, found.required, found.badge.word) == ((), 0, "")
