"""Topics, products and competitors have pages, too, and guides lead to them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from enablekit.model.audience import Audience
from enablekit.model.span import Span
from enablekit.model.vocabulary import Term
from enablekit.site.pages import render

if TYPE_CHECKING:
    from enablekit.model.publication import Publication

WHOLE = "guides/white-papers/cost-of-disputes/index.html"
CONFIG = Span(path="enablekit.yaml")


@pytest.fixture
def tagged(publication: Publication) -> Publication:
    """Return a publication whose whole asset names a topic, a product and two competitors."""
    match = Term(id="match", span=CONFIG, name="Meridian Match")
    rivals = (
        Term(id="ledgerline", span=CONFIG, name="Ledgerline"),
        Term(id="paymark", span=CONFIG, name="Paymark"),
    )
    old, whole, bare = publication.compiled
    about = dataclasses.replace(
        whole.guide.asset,
        topics=("cash-flow",),
        products=("match",),
        competitors=("ledgerline", "ledgerline"),
    )
    guide = dataclasses.replace(whole.guide, asset=about, products=(match,))
    before = dataclasses.replace(old.guide.asset, competitors=("ledgerline",))
    compiled = (
        dataclasses.replace(old, guide=dataclasses.replace(old.guide, asset=before)),
        dataclasses.replace(whole, guide=guide),
        bare,
    )
    words = dataclasses.replace(publication.vocabulary, products=(match,), competitors=rivals)
    return dataclasses.replace(publication, compiled=compiled, vocabulary=words)


def test_a_topic_a_product_and_a_competitor_list_their_guides_with_the_reason(
    tagged: Publication, templates: dict[str, str]
) -> None:
    files = render(tagged, templates).files
    for path, heading in (
        ("topic/cash-flow", 'About<span class="unseen">:</span></span> Cash flow'),
        ("product/match", 'Product<span class="unseen">:</span></span> Meridian Match'),
        ("against/ledgerline", 'Against<span class="unseen">:</span></span> Ledgerline'),
    ):
        page = files[f"{path}/index.html"].decode()
        assert heading in page
        assert page.count('<b class="label">Its job</b> teach') == 1
        assert "A survey of 214 suppliers." in page
    assert "against/paymark/index.html" not in files


def test_a_guide_leads_to_them(tagged: Publication, templates: dict[str, str]) -> None:
    guide = render(tagged, templates).files[WHOLE].decode()
    assert '<a href="../../../topic/cash-flow/index.html">Cash flow</a>' in guide
    assert '<a href="../../../product/match/index.html">Meridian Match</a>' in guide
    assert guide.count('<a href="../../../against/ledgerline/index.html">Ledgerline</a>') == 1


def test_a_competitor_shows_what_you_will_hear_and_what_is_past(
    tagged: Publication, templates: dict[str, str]
) -> None:
    page = render(tagged, templates).files["against/ledgerline/index.html"].decode()
    assert "What you will hear" in page
    assert "<h3><q>Our ERP does that.</q></h3>" in page
    claims = page[page.index("What you may claim") :]
    assert 'index.html#proof-wp-14-days">A disputed invoice is paid 14 days later.</a>' in claims
    assert "You may say this in public" in claims
    assert "68% of disputes" not in page, "its permission has ended"
    assert page.index("No longer in use") < page.index("Disputes 2024")
    assert "What you will hear" not in (
        render(tagged, templates).files["product/match/index.html"].decode()
    )


def test_whom_we_are_up_against_is_between_colleagues(
    tagged: Publication, templates: dict[str, str]
) -> None:
    files = render(dataclasses.replace(tagged, audience=Audience.PARTNER), templates).files
    assert not [path for path in files if path.startswith("against/")]
    assert b"Ledgerline" not in files[WHOLE]
