"""The page for owners: what needs whom, how far all can be trusted, and how that is worked out."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import html5lib

from enablekit.model.audience import Audience
from enablekit.model.library import Badge
from enablekit.site.pages import render

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled, Publication

PAGE = "status/index.html"


def shown(
    publication: Publication, templates: dict[str, str], *compiled: Compiled
) -> dict[str, str]:
    changed = dataclasses.replace(publication, compiled=compiled or publication.compiled)
    files = render(changed, templates).files
    return {path: data.decode() for path, data in files.items() if path.startswith("status/")}


def in_state(compiled: Compiled, state: str, number: int = 0, **guide: object) -> Compiled:
    """Return an asset in another state, under another id if there is a number."""
    asset = compiled.guide.asset
    name = f"paper-{number:03d}" if number else asset.id
    asset = dataclasses.replace(asset, id=name, path=f"{name}.md", title=f"Paper {number or name}")
    badge = Badge(state=state, word=state, reason=f"It is {state}.", review_by=dt.date(2026, 10, 1))
    changed = dataclasses.replace(compiled.guide, asset=asset, badge=badge, **guide)  # type: ignore[arg-type]  # any field
    return dataclasses.replace(compiled, guide=changed)


def test_the_score_is_what_is_verified_of_what_is_in_use(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = shown(publication, templates)[PAGE]
    assert "<b>50 %</b> Verified: 1 of 2 pieces in use." in page
    assert "divided by all pieces in use, rounded down" in page


def test_a_piece_says_what_it_needs_and_from_whom(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = shown(publication, templates)[PAGE]
    assert "<b>1</b> not verified" in page
    assert "<b>2</b> with guidance missing" in page
    assert "<b>1</b> with a permission that ended" in page
    assert "The permission of wp-old ended on 2026-09-30." in page
    assert '<a href="../guides/blog/rechnungen/index.html"' in page
    assert "<summary>2 questions to answer" in page
    mail = re.search(r'href="mailto:ana@meridian.example\?([^"]+)">Write to Ana Ruiz', page)
    assert mail is not None
    assert "- Warum Rechnungen zurückkommen: Nobody has looked at it." in unquote(mail[1])


def test_what_is_out_of_use_asks_for_nobody(
    publication: Publication, templates: dict[str, str]
) -> None:
    assert "Disputes 2024" not in shown(publication, templates)[PAGE]


def test_what_nobody_owns_comes_first_and_the_most_urgent_at_its_top(
    publication: Publication, templates: dict[str, str]
) -> None:
    whole = publication.compiled[1]
    page = shown(
        publication,
        templates,
        in_state(whole, "unverified", 1),
        in_state(whole, "expired", 2),
        in_state(whole, "overdue", 3, owner=None),
        in_state(whole, "changed", 4),
    )[PAGE]

    assert re.findall(r'<h2 id="[^"]+">([^<]+)', page) == ["Nobody owns these", "Ana Ruiz"]
    assert re.findall(r"<h3><a[^>]*>([^<]+)", page) == ["Paper 3", "Paper 2", "Paper 4", "Paper 1"]


def test_when_all_is_well_the_page_says_so(
    publication: Publication, templates: dict[str, str]
) -> None:
    whole = publication.compiled[1]
    asset = dataclasses.replace(
        whole.guide.asset, guidance=dataclasses.replace(whole.guide.asset.guidance, proof_points=())
    )
    guide = dataclasses.replace(whole.guide, asset=asset, missing=())
    page = shown(publication, templates, dataclasses.replace(whole, guide=guide))[PAGE]

    assert "<b>100 %</b>" in page
    assert "Nothing needs anybody today." in page
    assert "list.js" not in page


def test_a_large_library_has_a_page_per_owner_with_the_most_urgent(
    publication: Publication, templates: dict[str, str]
) -> None:
    whole = publication.compiled[1]
    pages = shown(
        publication,
        templates,
        *(in_state(whole, "unverified", number) for number in range(1, 401)),
        in_state(whole, "overdue", 401),
    )

    assert set(pages) == {PAGE, "status/owner-ana/index.html"}
    assert pages[PAGE].count("<h3>") == 0
    assert (
        '<a href="../status/owner-ana/index.html">Ana Ruiz</a> <span class="count">401 to do'
        in (pages[PAGE])
    )
    owner = pages["status/owner-ana/index.html"]
    assert html5lib.HTMLParser(strict=True).parse(owner) is not None
    assert owner.count("<h3>") == 300
    assert owner.index("Paper 401") < owner.index("Paper 1<")
    assert "These are the 300 most urgent of 401." in owner
    assert "- and 381 more" in unquote(owner)


def test_nobody_but_colleagues_is_told_about_owners(
    publication: Publication, templates: dict[str, str]
) -> None:
    for reader in (Audience.PARTNER, Audience.CUSTOMER, Audience.PUBLIC):
        files = render(dataclasses.replace(publication, audience=reader), templates).files
        assert not [path for path in files if path.startswith("status/")]
        assert not [path for path, data in files.items() if b"status/index.html" in data]
