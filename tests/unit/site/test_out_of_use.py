"""What must not be used any more says so, offers nothing to say or send, and keeps its address."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.library import Badge
from enablekit.site.pages import render

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled, Publication

WHOLE = "guides/white-papers/cost-of-disputes"
TO_SAY = (
    "Nine in a hundred invoices come back.",  # a pitch
    "How many of your invoices come back?",  # a talk track
    "When do you learn about a dispute?",  # a question
    "It compares with its own data.",  # an answer to an objection
    "The paper I mentioned",  # an e-mail
    "Worth ten minutes.",  # a line to pass on
    "214 suppliers &amp; one number.",  # a post
    "A disputed invoice is paid 14 days later.",  # a claim
    "He names days sales outstanding.",  # when to use it
    "So where do they come from?",  # presenter notes
    "How much later is a disputed invoice paid?",  # a check
)


def over(whole: Compiled, state: str, publication: Publication) -> Compiled:
    """Return the asset with everything, out of use."""
    fields: dict[str, object] = {"because": "A newer survey is there."}
    guide: dict[str, object] = {"badge": Badge(state=state, word=state, reason="Not any more.")}
    if state == "superseded":
        guide["replaced_by"] = dataclasses.replace(publication.compiled[1].guide.next[0])
    if state == "retired":
        fields["status"] = Status.RETIRED
    if state == "expired":
        fields["expires"] = dt.date(2026, 9, 30)
    asset = dataclasses.replace(whole.guide.asset, **fields)  # type: ignore[arg-type]  # any field
    changed = dataclasses.replace(whole.guide, asset=asset, **guide)  # type: ignore[arg-type]  # any field
    return dataclasses.replace(whole, guide=changed)


@pytest.fixture(params=["superseded", "retired", "expired"])
def site(
    request: pytest.FixtureRequest, publication: Publication, templates: dict[str, str]
) -> dict[str, str]:
    old, whole, bare = publication.compiled
    compiled = (old, over(whole, request.param, publication), bare)
    files = render(dataclasses.replace(publication, compiled=compiled), templates).files
    return {path: data.decode() for path, data in files.items()}


def test_every_page_says_first_what_to_do_instead_and_why(site: dict[str, str]) -> None:
    for page in ("", "present/", "check/", "read/"):
        text = site[f"{WHOLE}/{page}index.html"]
        main = text[text.index("<main") :]
        assert main.index('class="warning"') < main.index("<h1")
        assert "A newer survey is there." in main
        assert re.search(r"Use <a[^>]+>Disputes 2024</a> instead|Do not use this piece", main)


def test_nothing_is_offered_to_say_send_present_or_claim(site: dict[str, str]) -> None:
    for page in ("", "present/", "check/"):
        text = site[f"{WHOLE}/{page}index.html"]
        assert [words for words in TO_SAY if words in text] == []
        assert 'class="pick' not in text
        assert "mailto:?" not in text


def test_what_a_colleague_wrote_about_it_and_its_own_text_stay(site: dict[str, str]) -> None:
    guide = site[f"{WHOLE}/index.html"]
    assert "Send it before the second meeting." in guide
    assert "Most of their disputes are about damaged goods." in guide
    assert 'href="read/index.html"' in guide
    assert "A disputed invoice is paid 14 days later." in site[f"{WHOLE}/read/index.html"]
    assert "there is nothing to present" in site[f"{WHOLE}/present/index.html"]
    assert "nothing to learn" in site[f"{WHOLE}/check/index.html"]


def test_a_build_for_others_knows_what_has_expired_without_a_badge(
    publication: Publication, templates: dict[str, str]
) -> None:
    old, whole, bare = publication.compiled
    expired = over(whole, "expired", publication)
    asset = dataclasses.replace(expired.guide.asset, because="")
    guide = dataclasses.replace(expired.guide, asset=asset, badge=Badge())
    wide = dataclasses.replace(
        publication,
        audience=Audience.CUSTOMER,
        compiled=(old, dataclasses.replace(expired, guide=guide), bare),
    )
    files = render(wide, templates).files
    page = files[f"{WHOLE}/index.html"].decode()
    assert "Do not use this piece any more." in page
    assert "Its time ended on 30 September 2026." in page
    assert [words for words in TO_SAY if words in page] == []
    persona = files["for/cfo/index.html"].decode()
    assert persona.index("No longer in use") < persona.index("The cost of a disputed invoice")


def test_a_former_id_leads_to_where_the_guide_is_now(
    publication: Publication, templates: dict[str, str]
) -> None:
    old, whole, bare = publication.compiled
    aliases = ("dispute-paper", "old-paper", "old-paper/present", "Dispute Paper", "/blog/x",
               "https://a.example/x", "")  # fmt: skip
    asset = dataclasses.replace(whole.guide.asset, aliases=aliases)
    known = dataclasses.replace(whole, guide=dataclasses.replace(whole.guide, asset=asset))
    before = render(publication, templates).files
    files = render(dataclasses.replace(publication, compiled=(old, known, bare)), templates).files

    assert set(files) - set(before) == {"guides/dispute-paper/index.html"}
    page = files["guides/dispute-paper/index.html"].decode()
    to = "../../guides/white-papers/cost-of-disputes/index.html"
    assert f'<meta http-equiv="refresh" content="0; url={to}">' in page
    assert f'<a href="{to}">The cost of a disputed invoice</a>' in page
    assert files["guides/old-paper/index.html"] == before["guides/old-paper/index.html"]
