"""What changed lately, as a page for people and as an Atom feed (RFC 4287) for programs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from enablekit.model.audience import Audience
from enablekit.model.guidance_entries import Verification
from enablekit.model.span import Span
from enablekit.site.changes import changes_of
from enablekit.site.feed import feed
from enablekit.site.frame import frame_of
from enablekit.site.pages import render

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled, Publication

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://guides.example.org/field/"
# What the grammar of RFC 4287 lets stand in a feed and in an entry, and how often.
ONCE = {"id", "title", "updated"}
FEED = ONCE | {"subtitle", "author", "generator", "link", "entry"}
ENTRY = ONCE | {"link", "category", "summary"}
MOMENT = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"


def dated(compiled: Compiled, asset_id: str = "", **fields: object) -> Compiled:
    asset = compiled.guide.asset
    name = asset_id or asset.id
    record = fields.pop("verified", None)
    if record:
        by = Verification(span=Span(path="x.md"), by="ana", on=record)  # type: ignore[arg-type]  # a date
        fields["guidance"] = dataclasses.replace(asset.guidance, verified=by)
    asset = dataclasses.replace(asset, id=name, path=f"{name}.md", **fields)  # type: ignore[arg-type]  # any field
    return dataclasses.replace(compiled, guide=dataclasses.replace(compiled.guide, asset=asset))


@pytest.fixture
def told(publication: Publication) -> Publication:
    """Return a publication in which something happened, and something is still to come."""
    old, whole, bare = publication.compiled
    compiled = (
        dated(old, published=dt.date(2024, 5, 1)),
        dated(
            whole,
            published=dt.date(2026, 3, 4),
            updated=dt.date(2026, 10, 2),
            verified=dt.date(2026, 10, 2),
        ),
        dated(bare, published=dt.date(2026, 12, 24), verified=dt.date(2026, 10, 3)),
    )
    return dataclasses.replace(publication, compiled=compiled, site_url=SITE)


def happened(publication: Publication) -> list[tuple[str, str, str]]:
    return [(one.day.isoformat(), one.asset, one.word) for one in changes_of(frame_of(publication))]


def test_the_newest_comes_first_and_a_day_is_told_once(told: Publication) -> None:
    assert happened(told) == [
        ("2026-10-02", "white-papers/cost-of-disputes", "Updated and verified"),
        ("2026-03-04", "white-papers/cost-of-disputes", "New"),
        ("2024-05-01", "old-paper", "New"),
    ]


def test_others_are_not_told_when_somebody_looked(told: Publication) -> None:
    wide = dataclasses.replace(told, audience=Audience.CUSTOMER)
    assert happened(wide)[0] == ("2026-10-02", "white-papers/cost-of-disputes", "Updated")


def test_at_most_fifty_changes_are_told(told: Publication) -> None:
    many = tuple(
        dated(told.compiled[1], f"paper-{number}", published=dt.date(2026, 1, 1))
        for number in range(70)
    )
    assert len(happened(dataclasses.replace(told, compiled=many))) == 50


def test_the_page_lists_them_by_month(told: Publication, templates: dict[str, str]) -> None:
    page = render(told, templates).files["changes/index.html"].decode()
    assert re.findall(r'<h2 id="[^"]+">([^<]+)', page) == ["October 2026", "March 2026", "May 2024"]
    assert '<b class="what">Updated and verified</b>' in page
    assert "Use <b>The cost of a disputed invoice</b> instead." in page


def test_the_page_of_a_project_without_dates_says_so(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = render(publication, templates).files["changes/index.html"].decode()
    assert "No piece says when it came out or changed." in page


def assert_atom(data: bytes) -> ET.Element:
    """Check a feed against the rules of RFC 4287, sections 4.1.1 and 4.1.2, and what it uses."""
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    assert root.tag == f"{ATOM}feed"
    names = [one.tag.removeprefix(ATOM) for one in root]
    assert set(names) <= FEED
    assert [names.count(one) for one in sorted(ONCE)] == [1, 1, 1]
    assert names.count("author") == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name", "").strip()
    assert [one.get("rel") for one in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    ids = [one.findtext(f"{ATOM}id", "") for one in (root, *root.findall(f"{ATOM}entry"))]
    assert len(set(ids)) == len(ids)
    for entry in root.findall(f"{ATOM}entry"):
        names = [one.tag.removeprefix(ATOM) for one in entry]
        assert set(names) <= ENTRY
        assert [names.count(one) for one in sorted(ONCE)] == [1, 1, 1]
        assert [one.get("rel") for one in entry.findall(f"{ATOM}link")] == ["alternate"]
        assert names.count("summary") <= 1
        assert all(one.get("term") for one in entry.findall(f"{ATOM}category"))
    for moment in root.iter(f"{ATOM}updated"):
        assert re.fullmatch(MOMENT, moment.text or "")
    for name in root.iter(f"{ATOM}id"):
        # A tag as RFC 4151 writes it: an authority, a year, and only characters of addresses.
        assert re.fullmatch(r"tag:[a-z]+,\d{4}:[A-Za-z0-9._~%/-]+", name.text or "")
    for link in root.iter(f"{ATOM}link"):
        assert (link.get("href") or "").startswith("https://")
    return root


def test_a_feed_follows_the_rules_of_atom(told: Publication) -> None:
    root = assert_atom(feed(frame_of(told)))

    assert root.findtext(f"{ATOM}updated") == "2026-10-02T00:00:00Z"
    first = root.find(f"{ATOM}entry")
    assert first is not None
    assert first.findtext(f"{ATOM}title") == "Updated and verified: The cost of a disputed invoice"
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{SITE}guides/white-papers/cost-of-disputes/index.html"


def test_an_empty_feed_follows_them_too(publication: Publication) -> None:
    silent = dataclasses.replace(publication, site_url=SITE, compiled=())
    assert_atom(feed(frame_of(silent)))


def test_ids_stay_when_the_site_moves(told: Publication) -> None:
    def ids(site: str) -> list[str]:
        root = ET.fromstring(feed(frame_of(dataclasses.replace(told, site_url=site))))  # noqa: S314 - our own bytes
        return [one.text or "" for one in root.iter(f"{ATOM}id")]

    assert ids(SITE) == ids("https://elsewhere.example/")


def test_hostile_words_stay_words_in_a_feed(told: Publication) -> None:
    title = "</title>]]><entry> & \x00\ud800 \N{ARABIC LETTER ALEF}"
    hostile = dated(
        told.compiled[1], "a b/<c>&?#\ud800", title=title, published=dt.date(2026, 1, 1)
    )
    changed = dataclasses.replace(told, compiled=(hostile,), name='<b>"', language='en" x="')
    root = assert_atom(feed(frame_of(changed)))

    assert "</title>]]><entry> & " in root.findtext(f"{ATOM}entry/{ATOM}title", "")


def test_only_a_site_that_says_where_it_is_has_a_feed(
    told: Publication, templates: dict[str, str]
) -> None:
    with_feed = render(told, templates).files
    without = render(dataclasses.replace(told, site_url=""), templates).files
    assert (
        b'<link rel="alternate" type="application/atom+xml" href="../feed.xml"'
        in (with_feed["about/index.html"])
    )
    assert "feed.xml" in with_feed
    assert "feed.xml" not in without
    assert not any(b"feed.xml" in data for data in without.values())
