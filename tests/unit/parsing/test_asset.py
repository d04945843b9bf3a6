from __future__ import annotations

import datetime as dt

import pytest

from enablekit.config.presets import HUGO, JEKYLL
from enablekit.config.project import Config
from enablekit.model.asset import Asset, Status
from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.model.source import SourceFile
from enablekit.parsing.asset import parse


def read(
    text: str, path: str = "assets/paper.md", config: Config | None = None, sidecar: str = ""
) -> tuple[Asset, tuple[Finding, ...]]:
    file = SourceFile(
        path=path,
        data=text.encode(),
        sidecar=f"{path}.enable.yaml" if sidecar else "",
        sidecar_data=sidecar.encode(),
    )
    asset, findings = parse(file, config or Config())
    assert asset is not None, findings
    return asset, findings


def test_the_title_comes_from_the_front_matter_then_the_first_heading_then_the_file_name() -> None:
    assert read("---\ntitle: Given\n---\n# Heading\n")[0].title == "Given"
    assert read("# Heading\n\nText.\n")[0].title == "Heading"

    asset, findings = read("Text.\n", path="assets/cost-of_disputes.md")

    assert asset.title == "Cost of disputes"
    assert asset.title_from == "file name"
    assert [one.code for one in findings] == ["EK104"]


@pytest.mark.parametrize(
    ("front_matter", "status"),
    [
        ('draft: "false"', Status.PUBLISHED),
        ("draft: false", Status.PUBLISHED),
        ("draft: true", Status.DRAFT),
        ('draft: "true"', Status.DRAFT),
        ("status: draft", Status.DRAFT),
        ("status: retired", Status.RETIRED),
        ("published: false", Status.DRAFT),
        ("layout: nothing-said", Status.PUBLISHED),
        ("status: puplished", Status.DRAFT),
    ],
)
def test_status_is_read_in_every_habit_and_a_slip_is_never_published(
    front_matter: str, status: Status
) -> None:
    assert read(f"---\ntitle: T\n{front_matter}\n---\nText.\n")[0].status is status


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-13",
        "2024-05-13 10:07:00 -0500",
        '"2024-05-13T08:00:00Z"',
        '"2024-05-13"',
        "2024/05/13",
    ],
)
def test_every_form_of_a_date_is_one_type_afterwards(written: str) -> None:
    asset, findings = read(f"---\ntitle: T\ndate: {written}\n---\nText.\n")

    assert findings == ()
    assert asset.published == dt.date(2024, 5, 13)


def test_a_date_that_two_offices_read_differently_is_reported() -> None:
    asset, findings = read('---\ntitle: T\ndate: "05-09-2023"\n---\nText.\n')

    assert asset.published is None
    assert [one.code for one in findings] == ["EK107"]


def test_a_site_generators_type_is_not_an_asset_type() -> None:
    assert read("---\ntitle: T\ntype: page\n---\nText.\n", path="x/a.md")[0].type == ""
    assert read("---\ntitle: T\ntype: deck\n---\n# One\n", path="x/a.md")[0].type == "deck"
    assert read("---\ntitle: T\n---\nText.\n", path="blog/a.md")[0].type == "blog-post"


@pytest.mark.parametrize("written", ["whitepaper", "White Paper", "white paper"])
def test_a_type_that_is_nearly_one_of_ours_is_reported(written: str) -> None:
    asset, findings = read(f"---\ntitle: T\ntype: {written}\n---\nText.\n", path="x/a.md")

    assert asset.type == ""
    assert [one.help for one in findings] == ["Did you mean `white-paper`?"]


def test_presets_find_what_a_repository_already_has() -> None:
    hugo = Config(fields=HUGO.fields)
    asset, _ = read("---\ntitle: T\nlastmod: 2024-01-02\nauthor: Ana\n---\n", config=hugo)
    assert (asset.updated, asset.owner) == (dt.date(2024, 1, 2), "Ana")

    jekyll = Config(fields=JEKYLL.fields)
    asset, _ = read("---\ntitle: T\nexcerpt: In short.\ntags: [a, b]\n---\n", config=jekyll)
    assert (asset.summary, asset.topics) == ("In short.", ("a", "b"))


def test_the_sidecar_wins_field_by_field() -> None:
    asset, findings = read(
        "---\ntitle: Old\nowner: ana\nenablement:\n  tldr: Old.\n  job: prove\n---\nText.\n",
        sidecar="title: New\nenablement:\n  tldr: New.\n",
    )

    assert findings == ()
    assert (asset.title, asset.owner) == ("New", "ana")
    assert asset.guidance.tldr is not None
    assert asset.guidance.tldr.text == "New."
    assert asset.guidance.tldr.span.path.endswith(".enable.yaml")
    assert asset.guidance.job == "prove"


def test_unknown_keys_are_kept_and_a_likely_slip_is_reported() -> None:
    asset, findings = read("---\ntitle: T\nlayout: single\nDescription: D\nSummary: S\n---\n")

    assert ("layout", "single") in asset.extra
    assert [(one.code, one.span.line) for one in findings] == [("EK111", 5)]


def test_an_unknown_audience_is_internal_and_reported() -> None:
    asset, findings = read("---\ntitle: T\naudience: everyone\n---\n")

    assert asset.audience is Audience.INTERNAL
    assert [one.code for one in findings] == ["EK112"]


def test_a_file_whose_front_matter_cannot_be_read_is_not_compiled() -> None:
    file = SourceFile(path="a.md", data=b"---\ntitle: Day 3: Branching\n---\nText.\n")

    asset, findings = parse(file, Config())

    assert asset is None
    assert [(one.code, one.span.line) for one in findings] == [("EK101", 2)]


def test_items_written_in_the_front_matter_and_in_the_body_are_both_found() -> None:
    asset, _ = read(
        "---\ntitle: T\nenablement:\n  check:\n    items:\n"
        "      - {stem: How many days?, key: '14', distractors: ['7', '30']}\n---\n"
        "# T\n\n## Check yourself {#check}\n\n1. Which one?\n"
        "   - [ ] No\n   - [x] Yes\n   - [ ] Nor\n"
    )

    assert [one.stem for one in asset.items] == ["Which one?", "How many days?"]
    assert [option.correct for option in asset.items[0].options] == [False, True, False]


def test_a_heading_for_few_eyes_never_becomes_the_title() -> None:
    asset, _ = read("::: internal\n\n# Our margin\n\n:::\n\n# The price\n", path="prices.md")

    assert asset.title == "The price"
