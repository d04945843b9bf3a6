"""Checks for any web page, as files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters import bundled
from enablekit.exporters import EXPORTERS, embed
from enablekit.model.audience import Audience
from enablekit.model.parcel import Parcel
from enablekit.packing.element import element_script
from enablekit.usecases.export import Order, export
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from enablekit.model.publication import Publication

EXAMPLE = Path(__file__).parents[3] / "examples" / "meridian"


@pytest.fixture(scope="module")
def publication() -> Publication:
    return load(EXAMPLE, now="2026-11-01", audience=Audience.CUSTOMER)


@pytest.fixture(scope="module")
def parcel(publication: Publication) -> Parcel:
    asked = tuple(one for one in publication.compiled if not embed.lacks(one))
    return Parcel(publication=publication, compiled=asked, parts=bundled.parts())


def test_it_is_registered() -> None:
    assert embed in EXPORTERS


def test_there_is_a_script_a_file_for_each_check_and_an_example(parcel: Parcel) -> None:
    ids = [one.guide.asset.id for one in parcel.compiled]

    assert ids
    assert list(embed.files(parcel)) == [
        "enablekit-check.js", *(f"{id_}.json" for id_ in ids), "example.html",
    ]  # fmt: skip


def test_the_script_is_one_file_with_the_grading_in_it(parcel: Parcel) -> None:
    assert embed.files(parcel)["enablekit-check.js"] == element_script(parcel.parts)


def test_each_file_is_the_check_of_its_asset(parcel: Parcel) -> None:
    made = embed.files(parcel)

    for one in parcel.compiled:
        data = json.loads(made[f"{one.guide.asset.id}.json"])
        assert data["asset"] == one.guide.asset.id
        assert data["audience"] == "customer"
        assert [each["id"] for each in data["items"]] == [item.id for item in one.check.pool]


def test_the_example_shows_every_check(parcel: Parcel) -> None:
    page = embed.files(parcel)["example.html"].decode()

    assert '<script src="enablekit-check.js" defer></script>' in page
    for one in parcel.compiled:
        assert f'<enablekit-check src="{one.guide.asset.id}.json">' in page


def test_hostile_titles_and_names_stay_text_in_the_example(parcel: Parcel) -> None:
    hostile = "</title><script>alert(1)</script>"
    first = parcel.compiled[0]
    asset = replace(first.guide.asset, title=hostile)
    made = embed.files(
        replace(
            parcel,
            publication=replace(parcel.publication, name=hostile),
            compiled=(replace(first, guide=replace(first.guide, asset=asset)),),
        )
    )
    page = made["example.html"].decode()

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") == 3


def test_the_same_parcel_gives_the_same_bytes(parcel: Parcel) -> None:
    assert embed.files(parcel) == embed.files(parcel)


def test_one_asset_can_be_named_for_customers_who_know_no_file_names(tmp_path: Path) -> None:
    order = Order(
        start=EXAMPLE,
        form="embed",
        names=("case-wholesaler",),
        output=tmp_path,
        audience=Audience.CUSTOMER,
        now="2026-11-01",
    )

    assert export(order).assets == ("case-wholesaler",)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "case-wholesaler.json",
        "enablekit-check.js",
        "example.html",
    ]


def test_an_asset_without_questions_says_why_it_is_left_out(publication: Publication) -> None:
    bare = replace(publication.compiled[0], check=replace(publication.compiled[0].check, items=()))

    assert embed.lacks(bare) == "has no check"
