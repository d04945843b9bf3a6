"""Addresses inside an asset's text, on the page that shows it."""

from __future__ import annotations

import pytest

from enablekit.model.asset import Asset
from enablekit.model.span import Span
from enablekit.site.asset_links import AssetLinks

ASSET = Asset(
    id="a",
    path="assets/papers/a.md",
    title="A",
    span=Span(path="assets/papers/a.md"),
    url="https://meridian.example/papers/a/",
)
LINKS = AssetLinks(
    file=ASSET.path,
    asset=ASSET,
    root="../../../",
    ids={"assets/tools/roi.md": "roi"},
    source="https://git.example/main/",
)
ALONE = AssetLinks(
    file="a.md", asset=Asset(id="a", path="a.md", title="A", span=ASSET.span), root="", ids={}
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("../tools/roi.md", "../../../guides/roi/read/index.html"),
        ("../tools/roi.md#how-to", "../../../guides/roi/read/index.html#s-how-to"),
        ("/pricing?a=1&amp;b=2", "https://meridian.example/pricing?a=1&amp;b=2"),
        ("b.pdf", "https://git.example/main/assets/papers/b.pdf"),
        ("https://other.example/", "https://other.example/"),
        ("//other.example/", "//other.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#s-results", "#s-results"),
    ],
)
def test_a_link_works_on_the_page(written: str, shown: str) -> None:
    assert LINKS.relinked(f'<a href="{written}" rel="noopener">x</a>') == (
        f'<a href="{shown}" rel="noopener">x</a>'
    )


@pytest.mark.parametrize("written", ["b.md", "/b", "../../b.md"])
def test_a_link_that_leads_nowhere_keeps_its_words(written: str) -> None:
    assert ALONE.relinked(f'<a href="{written}">x</a>') == "<a>x</a>"


def test_a_link_never_leads_out_of_the_project() -> None:
    assert LINKS.relinked('<a href="../../../../etc/passwd">x</a>') == "<a>x</a>"


def test_a_picture_that_is_not_on_the_site_leaves_its_description() -> None:
    assert LINKS.relinked('<img src="chart.png" alt="A &lt;chart&gt;">') == (
        '<span class="picture">A &lt;chart&gt;</span>'
    )


def test_a_picture_from_the_website_is_shown_from_there() -> None:
    assert LINKS.relinked('<img src="/chart.png" alt="A chart" title="t">') == (
        '<img src="https://meridian.example/chart.png" alt="A chart">'
    )
