"""All objections from A to Z: in the buyer's words, short, and leading to the whole answer."""

from __future__ import annotations

import dataclasses
import gzip
import re
from typing import TYPE_CHECKING

import html5lib
import pytest

from enablekit.model.audience import Audience
from enablekit.model.guidance_entries import Objection
from enablekit.model.span import Span
from enablekit.site.entry_ids import objection_ids
from enablekit.site.letters import filing_key, letter_of
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.publication import Compiled, Publication

PAGE = "objections/index.html"
Site = dict[str, str]


def objecting(compiled: Compiled, *sayings: str, asset_id: str = "") -> Compiled:
    """Return an asset with other objections, and another id if there is one."""
    asset = compiled.guide.asset
    entries = tuple(
        Objection(span=Span(path="x.md"), they_say=one, acknowledge="I see.", respond="So it is.")
        for one in sayings
    )
    guidance = dataclasses.replace(asset.guidance, objections=entries)
    name = asset_id or asset.id
    asset = dataclasses.replace(asset, id=name, path=f"{name}.md", guidance=guidance)
    return dataclasses.replace(compiled, guide=dataclasses.replace(compiled.guide, asset=asset))


@pytest.fixture
def built(publication: Publication, templates: dict[str, str]) -> Callable[..., Site]:
    def build(*compiled: Compiled, audience: Audience = Audience.INTERNAL) -> Site:
        changed = dataclasses.replace(publication, compiled=compiled, audience=audience)
        files = render(changed, templates).files
        return {path: data.decode() for path, data in files.items()}

    return build


def test_an_objection_stands_under_its_letter_with_its_answer_in_short(
    publication: Publication, built: Callable[..., Site]
) -> None:
    page = built(*publication.compiled)[PAGE]

    assert '<h2 id="letter-o">O</h2>' in page
    assert "<h3><q>Our ERP does that.</q></h3>" in page
    assert "It does a part of it." in page
    assert "It compares with its own data." in page
    assert '<a href="../for/cfo/index.html">Chief financial officer</a>' in page


def test_a_link_leads_to_the_answer_in_the_guide(
    publication: Publication, built: Callable[..., Site]
) -> None:
    site = built(*publication.compiled)

    links = re.findall(r'<a href="\.\./([^"#]+)#(objection-[^"]+)">Full answer', site[PAGE])
    assert len(links) == 2
    for path, place in links:
        assert f'<details class="objection" id="{place}" data-copies>' in site[path]


def test_the_same_words_in_two_guides_are_one_entry_with_two_answers(
    publication: Publication, built: Callable[..., Site]
) -> None:
    whole = publication.compiled[1]
    page = built(
        objecting(whole, "“No budget!”", asset_id="a"), objecting(whole, "no  budget", asset_id="b")
    )[PAGE]

    assert page.count("<h3><q>") == 1
    assert page.count("Full answer") == 2


def test_letters_stand_in_order_whatever_the_accents(
    publication: Publication, built: Callable[..., Site]
) -> None:
    page = built(
        objecting(publication.compiled[1], "Zu teuer.", "Ärger mit IT.", "Aber wozu?", "3 are many")
    )[PAGE]

    assert re.findall(r'<h2 id="[^"]+">([^<]+)', page) == ["0–9", "A", "Z"]
    assert page.index("Aber wozu?") < page.index("Ärger mit IT.")
    assert [letter_of(one) for one in ("«élan»", "…", "9 days")] == ["E", "0–9", "0–9"]
    assert filing_key("“Élan!  vital”") == "elan vital"


def test_what_is_out_of_use_answers_nothing_any_more(
    publication: Publication, built: Callable[..., Site]
) -> None:
    old = publication.compiled[0]
    site = built(objecting(old, "It was cheaper once."), *publication.compiled[1:])

    pages = {path: text for path, text in site.items() if path.endswith(".html")}
    assert not [path for path, text in pages.items() if "It was cheaper once." in text]


def test_without_objections_there_is_no_page_and_no_way_to_it(
    publication: Publication, built: Callable[..., Site]
) -> None:
    site = built(*(objecting(one) for one in publication.compiled))

    assert PAGE not in site
    assert "objections/index.html" not in site["index.html"]


def test_buyers_are_not_told_that_they_object(
    publication: Publication, built: Callable[..., Site]
) -> None:
    page = built(*publication.compiled, audience=Audience.PUBLIC)[PAGE]

    assert "<h1>Doubts and answers</h1>" in page
    assert "buyers" not in page


@pytest.mark.parametrize("number", [300, 301, 700])
def test_a_large_library_has_a_page_per_letter_and_each_is_light(
    publication: Publication, built: Callable[..., Site], number: int
) -> None:
    whole = publication.compiled[1]
    sayings = [f"{'WAB'[index % 3]}hy number {index}, and why now?" for index in range(number)]
    site = built(objecting(whole, *sayings))
    pages = {path: text for path, text in site.items() if path.startswith("objections/")}

    assert len(pages) == (1 if number <= 300 else 4)
    assert sum(text.count("<h3><q>") for text in pages.values()) == number
    for text in pages.values():
        assert html5lib.HTMLParser(strict=True).parse(text) is not None
        assert len(gzip.compress(text.encode())) < 60_000
        assert text.count("<h3><q>") <= 300
    if number > 300:
        assert '<a href="../objections/w/index.html">W <span class="count">' in pages[PAGE]
        assert (
            'href="../../objections/w/index.html" aria-current="page">W'
            in (pages["objections/w/index.html"])
        )


def test_a_letter_that_is_too_much_for_one_page_is_split(
    publication: Publication, built: Callable[..., Site]
) -> None:
    sayings = [f"Why number {index}?" for index in range(650)]
    site = built(objecting(publication.compiled[1], *sayings))

    assert {path for path in site if path.startswith("objections/w")} == {
        f"objections/{name}/index.html" for name in ("w", "w-2", "w-3")
    }


def test_the_list_and_the_guide_spell_an_id_alike(publication: Publication) -> None:
    assert objection_ids(publication.compiled[1].guide.asset.guidance) == (
        "objection-our-erp-does-that",
        "objection-our-erp-does-that-2",
    )
