from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import replace

from enablekit.config.project import Config
from enablekit.linking import verification
from enablekit.linking.library import cut, link
from enablekit.model.asset import Asset, Status
from enablekit.model.audience import Audience
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import Line, MustKnow, NextAsset, Verification
from enablekit.model.span import Span
from enablekit.model.vocabulary import Vocabulary

TODAY = dt.date(2026, 11, 1)
HERE = Span(path="a.md")
HASH = "a" * 64


def asset(name: str, **values: object) -> Asset:
    path = values.pop("path", f"{name}.md")
    return dataclasses.replace(
        Asset(id=name, path=str(path), title=name.title(), span=Span(path=str(path)), digest=HASH),
        **values,  # type: ignore[arg-type] # the tests say which fields they mean
    )


def test_files_that_would_share_an_address_are_told_apart_and_reported() -> None:
    one, other = asset("it/a", path="IT/a.md"), asset("it/a", path="it/a.md")

    library, findings = link([other, one], Config(), Audience.INTERNAL, TODAY)

    assert [each.id for each in library.assets] == ["it/a", "it/a-2"]
    assert library.by_id["it/a"].path == "IT/a.md"
    assert [each.code for each in findings] == ["EK109"]
    assert "IT/a.md" in findings[0].message


def test_the_order_of_files_does_not_matter() -> None:
    assets = [asset("b"), asset("a"), asset("a", path="z.md"), asset("c", supersedes=("a",))]

    assert link(assets, Config(), Audience.INTERNAL, TODAY) == link(
        list(reversed(assets)), Config(), Audience.INTERNAL, TODAY
    )


def test_either_side_may_say_what_replaces_what() -> None:
    assets = [
        asset("new", supersedes=("old",)),
        asset("old", status=Status.RETIRED),
        asset("older", superseded_by="new.md", status=Status.RETIRED),
    ]

    library, findings = link(assets, Config(), Audience.INTERNAL, TODAY)

    assert findings == ()
    assert library.replaced_by == {"old": "new", "older": "new"}
    assert library.badges["old"].state == "superseded"
    assert "New" in library.badges["old"].reason


def test_a_circle_of_replacements_is_reported_and_left_out() -> None:
    assets = [asset("a", superseded_by="b"), asset("b", superseded_by="a")]

    library, findings = link(assets, Config(), Audience.INTERNAL, TODAY)

    assert {each.code for each in findings} == {"EK603"}
    assert library.replaced_by == {}


def test_a_finding_about_a_field_stands_at_its_value() -> None:
    there = Span(path="a.md", line=4, column=16)
    lost = asset("a", superseded_by="gone", places=(("superseded_by", there),))

    _, findings = link([lost], Config(), Audience.INTERNAL, TODAY)

    assert [(each.code, each.span) for each in findings] == [("EK607", there)]


def test_a_reference_that_leads_nowhere_names_the_one_meant() -> None:
    guidance = Guidance(next=(NextAsset(span=HERE, asset="calculater"),))
    assets = [asset("a", guidance=guidance), asset("calculator")]

    _, findings = link(assets, Config(), Audience.INTERNAL, TODAY)

    assert findings[0].message == "there is no asset `calculater`"
    assert findings[0].help == "Did you mean `calculator`?"


def verified(on: dt.date, digest: str = HASH) -> Asset:
    plain = asset("a", guidance_digest=HASH, review_every=100)
    said = Verification(span=HERE, by="ana", on=on)
    hashes = verification.recorded(plain, Vocabulary(), (), said)
    record = replace(said, **hashes)  # type: ignore[arg-type] # hashes by the fields' names
    return replace(plain, guidance=Guidance(verified=record), digest=digest)


def state(one: Asset) -> str:
    return link([one], Config(), Audience.INTERNAL, TODAY)[0].badges["a"].state


def test_the_badge_follows_from_the_record_and_the_day() -> None:
    day = dt.timedelta(days=1)

    assert state(asset("a")) == "unverified"
    assert state(verified(TODAY - 10 * day)) == "verified"
    assert state(verified(TODAY - 89 * day)) == "verified"
    assert state(verified(TODAY - 90 * day)) == "due"
    assert state(verified(TODAY - 100 * day)) == "due"
    assert state(verified(TODAY - 101 * day)) == "overdue"
    assert state(verified(TODAY, digest="b" * 64)) == "changed"
    assert state(asset("a", expires=TODAY - day)) == "expired"


def test_a_date_without_hashes_verifies_nothing() -> None:
    bare = Guidance(verified=Verification(span=HERE, by="ana", on=TODAY))

    assert state(asset("a", guidance=bare)) == "changed"


def test_a_wider_audience_never_meets_what_is_not_marked_for_it() -> None:
    guidance = Guidance(
        tldr=Line(span=HERE, text="inside"),
        must_know=(
            MustKnow(span=HERE, statement="inside too"),
            MustKnow(span=HERE, statement="for all", audience=Audience.PUBLIC),
            MustKnow(span=HERE, statement="for customers", audience=Audience.CUSTOMER),
        ),
        stages=("evaluation",),
        next=(NextAsset(span=HERE, asset="secret", audience=Audience.PUBLIC),),
    )
    assets = [
        asset(
            "a", guidance=guidance, audience=Audience.PUBLIC, owner="ana", superseded_by="public"
        ),
        asset("public", audience=Audience.PUBLIC),
        asset("secret"),
        asset("draft", audience=Audience.PUBLIC, status=Status.DRAFT),
    ]

    library, _ = link(assets, Config(), Audience.PUBLIC, TODAY)

    assert [each.id for each in library.assets] == ["a", "public"]
    shown = library.assets[0]
    assert [each.statement for each in shown.guidance.must_know] == ["for all"]
    assert shown.guidance.tldr is None
    assert shown.guidance.stages == ()
    assert (shown.owner, shown.path, shown.superseded_by) == ("", "", "public")
    assert library.successors == {"a": (), "public": ()}
    assert library.badges == {}


def test_what_is_replaced_by_a_piece_for_colleagues_is_shown_to_nobody_else() -> None:
    oldest = asset("oldest", audience=Audience.CUSTOMER, superseded_by="older")
    older = asset("older", audience=Audience.CUSTOMER)
    assets = [
        oldest, older, asset("newer", supersedes=("older",)), asset("c", audience=Audience.CUSTOMER)
    ]  # fmt: skip

    inside, _ = link(assets, Config(), Audience.INTERNAL, TODAY)
    outside, _ = link(assets, Config(), Audience.CUSTOMER, TODAY)

    assert inside.replaced_by == {"oldest": "older", "older": "newer"}
    assert [one.id for one in outside.assets] == ["c"]
    assert outside.replaced_by == {}
    assert cut(older, outside) is None


def test_the_vocabulary_holds_only_words_in_use_and_names_the_unknown() -> None:
    library, _ = link([asset("a", topics=("cash-flow",))], Config(), Audience.INTERNAL, TODAY)

    assert [(one.id, one.name, one.known) for one in library.vocabulary.topics] == [
        ("cash-flow", "Cash flow", False)
    ]
