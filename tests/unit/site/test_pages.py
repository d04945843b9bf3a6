"""The site as a whole: every page is valid, linked, calm about scripts and honest about origin."""

from __future__ import annotations

import dataclasses
import gzip
import itertools
import re
from typing import TYPE_CHECKING

import html5lib
import pytest

from enablekit.errors import UsageError
from enablekit.model.audience import Audience
from enablekit.model.notes import Cue
from enablekit.model.span import Span
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enablekit.model.publication import Compiled, Publication

WHOLE = "guides/white-papers/cost-of-disputes"
BARE = "guides/blog/rechnungen"
OLD = "guides/old-paper"


@pytest.fixture(scope="module")
def site(publication: Publication, templates: dict[str, str]) -> Mapping[str, str]:
    files = render(publication, templates).files
    return {path: content.decode() for path, content in files.items()}


def pages(site: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((path, text) for path, text in site.items() if path.endswith(".html"))


def test_an_asset_has_a_guide_notes_a_check_and_its_text(site: Mapping[str, str]) -> None:
    for folder in (WHOLE, BARE, OLD):
        assert {
            f"{folder}/{page}index.html" for page in ("", "present/", "check/", "read/")
        } <= set(site)


def test_every_word_that_is_used_has_a_page(site: Mapping[str, str]) -> None:
    assert {
        "say/late-payments/index.html", "for/cfo/index.html", "at/consideration/index.html",
        "type/white-paper/index.html", "index.html", "about/index.html", "style.css",
    } <= set(site)  # fmt: skip
    assert "say/it-backlog/index.html" not in site


def test_every_page_is_valid_html(site: Mapping[str, str]) -> None:
    for path, text in pages(site):
        parser = html5lib.HTMLParser(strict=True)
        assert parser.parse(text) is not None, path


def test_every_link_of_the_site_leads_somewhere(site: Mapping[str, str]) -> None:
    ids = {path: set(re.findall(r' id="([^"]+)"', text)) for path, text in pages(site)}
    for path, text in pages(site):
        for address in re.findall(r' href="([^"]+)"', text):
            if re.match(r"[a-z]+:", address):
                continue
            target, _, anchor = address.partition("#")
            parts = path.split("/")[:-1]
            for part in target.split("/") if target else ():
                _step(parts, part)
            found = "/".join(parts) if target else path
            assert found in site, f"{path}: {address}"
            assert not anchor or anchor in ids[found], f"{path}: {address}"


def _step(parts: list[str], part: str) -> None:
    if part == "..":
        parts.pop()
    else:
        parts.append(part)


def test_an_id_stands_once_on_a_page(site: Mapping[str, str]) -> None:
    for path, text in pages(site):
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids)), path


def test_headings_never_skip_a_level(site: Mapping[str, str]) -> None:
    for path, text in pages(site):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_page_brings_no_script_and_no_style_in_its_text(site: Mapping[str, str]) -> None:
    for path, text in pages(site):
        assert not re.search(r"<style|\son\w+=|\sstyle=|javascript:", text), path
        scripts = re.findall(r"<script([^>]*)>([^<]*)", text)
        assert scripts or path == "404.html", path
        for attributes, inside in scripts:
            assert re.fullmatch(r' src="(\.\./)*[a-z]+\.js" defer', attributes), path
            assert inside == "", path
        compiled = " 'wasm-unsafe-eval'" if path == "search/index.html" else ""
        assert f"default-src 'none'; script-src 'self'{compiled}; style-src 'self'" in text
        assert '<meta name="robots" content="noindex">' in text
        assert '<meta name="referrer" content="no-referrer">' in text


def test_every_footer_says_for_whom_the_site_was_built(site: Mapping[str, str]) -> None:
    for path, text in pages(site):
        assert "Built for: internal. Do not forward." in text, path
        assert '<time datetime="2026-10-20">20 October 2026</time>' in text


def test_a_page_is_light(site: Mapping[str, str]) -> None:
    for path, text in pages(site):
        assert len(gzip.compress(text.encode())) < 60_000, path
    assert len(gzip.compress(site["style.css"].encode())) < 8_000


def test_a_drawn_sentence_leads_to_the_block_that_holds_its_line(site: Mapping[str, str]) -> None:
    assert (
        '<span>It costs 2.6 hours.</span> <span class="at"><a href="read/index.html#L56">'
        in (site[f"{WHOLE}/index.html"])
    )
    assert '<div id="L56" class="paragraph">' in site[f"{WHOLE}/read/index.html"]


def test_what_was_drawn_stands_apart_from_what_was_written(site: Mapping[str, str]) -> None:
    guide = site[f"{WHOLE}/index.html"]
    section = guide.index('<section class="drawn"')
    end = guide.index("</section>", section)
    assert guide.index("When do you learn about a dispute?") < section
    assert section < guide.index("Nobody has confirmed it yet.") < end
    assert section < guide.index("31% are about the price.") < end
    assert section < guide.index("We have no budget.") < end


def test_a_number_without_a_source_says_so(site: Mapping[str, str]) -> None:
    guide = site[f"{WHOLE}/index.html"]
    assert "No source on this line" in guide
    assert 'Source: <a href="https://meridian.example/research/disputes-2026">' in guide


def test_many_numbers_wait_behind_one_tap(
    publication: Publication, templates: dict[str, str]
) -> None:
    whole = publication.compiled[1]
    numbers = whole.guide.asset.evidence.statistics * 4
    evidence = dataclasses.replace(whole.guide.asset.evidence, statistics=numbers)
    asset = dataclasses.replace(whole.guide.asset, evidence=evidence)
    many = dataclasses.replace(whole, guide=dataclasses.replace(whole.guide, asset=asset))
    site = render(dataclasses.replace(publication, compiled=(many,)), templates).files
    guide = site[f"{WHOLE}/index.html"].decode()
    html5lib.HTMLParser(strict=True).parse(guide)
    assert "<summary>2 more</summary>" in guide
    assert guide.count('<p class="figure">') == 8


def test_a_claim_whose_permission_has_ended_says_so(site: Mapping[str, str]) -> None:
    assert (
        "<dt>Ended</dt><dd>30 September 2026. Do not use it any more.</dd>"
        in (site[f"{WHOLE}/index.html"])
    )


def test_a_talk_track_leads_to_its_proof(site: Mapping[str, str]) -> None:
    guide = site[f"{WHOLE}/index.html"]
    assert guide.count('<a href="#proof-wp-14-days">A disputed invoice is paid 14 days later.') == 2
    assert '<li id="proof-wp-14-days">' in guide


def test_two_objections_with_the_same_words_have_two_addresses(site: Mapping[str, str]) -> None:
    guide = site[f"{WHOLE}/index.html"]
    assert 'id="objection-our-erp-does-that"' in guide
    assert 'id="objection-our-erp-does-that-2"' in guide


def test_an_asset_without_guidance_shows_what_it_says_itself_first(site: Mapping[str, str]) -> None:
    guide = site[f"{BARE}/index.html"]
    assert "Nobody has written guidance for this piece yet." in guide
    assert '<h1 lang="de" dir="ltr">Warum Rechnungen zurückkommen</h1>' in guide
    assert guide.index('id="drawn"') < guide.index('id="missing"')
    for part in ("know", "say", "do", "prove", "show"):
        assert f'id="{part}"' not in guide


def test_the_questions_to_the_owner_can_be_sent_to_the_owner(site: Mapping[str, str]) -> None:
    guide = site[f"{BARE}/index.html"]
    assert "Send these questions to Ana Ruiz" in guide
    assert "mailto:ana@meridian.example?subject=Guidance%20for" in guide
    assert "2.%20Which%20pain%20does%20it%20answer%3F" in guide


def test_a_replaced_asset_says_what_to_use_instead_and_why(site: Mapping[str, str]) -> None:
    for page in ("", "present/", "check/", "read/"):
        text = site[f"{OLD}/{page}index.html"]
        assert re.search(r'Use <a href="[^"]+">The cost of a disputed invoice</a> instead', text)
        assert "The survey was repeated in 2026." in text


def test_a_facet_says_why_a_guide_is_there_and_keeps_old_ones_apart(
    site: Mapping[str, str],
) -> None:
    persona = site["for/cfo/index.html"]
    assert "He names days sales outstanding." in persona
    assert "Late invoices are his working capital." in persona
    assert "<q>Monday is phone day.</q>" in site["say/late-payments/index.html"]
    stage = site["at/consideration/index.html"]
    assert '<b class="label">Its job</b> teach' in stage
    assert stage.index("The cost of a disputed invoice") < stage.index("No longer in use")
    assert stage.index("No longer in use") < stage.index("Disputes 2024")


def test_the_home_page_counts_only_what_is_in_use(site: Mapping[str, str]) -> None:
    count = r'White paper</a> <span class="count"><span aria-hidden="true">1<'
    assert re.search(rf'href="type/white-paper/index.html">{count}', site["index.html"])


def test_colleagues_see_a_pain_nobody_has_written_for(
    site: Mapping[str, str], publication: Publication, templates: dict[str, str]
) -> None:
    wide = dataclasses.replace(publication, audience=Audience.PUBLIC)
    assert 'another one.</q> <span class="count">no guide yet' in site["index.html"]
    assert b"no guide yet" not in render(wide, templates).files["index.html"]


def test_a_wider_build_shows_no_files_and_no_colleagues_behind_the_piece(
    publication: Publication, templates: dict[str, str]
) -> None:
    wide = dataclasses.replace(publication, audience=Audience.CUSTOMER)
    guide = render(wide, templates).files[f"{WHOLE}/index.html"].decode()
    assert "Built for: customers." in guide
    assert "assets/white-papers" not in guide
    assert "Deputy" not in guide
    assert "0123456789ab" not in guide


def test_an_item_is_a_group_of_native_controls_with_its_answer_below(
    site: Mapping[str, str],
) -> None:
    check = site[f"{WHOLE}/check/index.html"]
    assert check.count('<input type="radio" name="question-1"') == 2
    assert check.count('<input type="checkbox" name="question-2"') == 3
    assert check.count('<input type="radio" name="question-3-1"') == 2
    assert check.count('<input type="radio" name="question-3-2"') == 2
    lead = "3 questions. You know the piece when at least 3 of 3 are right."
    assert lead in re.sub("<[^>]+>", "", check)
    assert '<span class="label">Use it</span> He names DSO.' in check
    assert '<span class="label">All of these</span> Price; Quantity' in check
    assert 'href="../read/index.html#L56">line 56</a>' in check
    assert "the answers are on this page" in check


def test_a_check_without_items_says_why(site: Mapping[str, str]) -> None:
    assert "Nobody has written what everyone must know." in site[f"{BARE}/check/index.html"]


def test_presenting_shows_times_versions_and_what_was_drawn(site: Mapping[str, str]) -> None:
    present = site[f"{WHOLE}/present/index.html"]
    assert '<section class="beat in-1 in-2" id="beat-1"' in present
    assert '<section class="beat in-2 drawn" id="beat-2"' in present
    assert "<b>2 minutes</b> 1 step, 1:30" in present
    assert "<b>15 minutes</b>" not in present
    assert "starts at 1:30" in present
    assert (
        'from <span class="at"><a href="../read/index.html#L60">lines 60–82</a></span>, confirmed'
        in (present)
    )


def presented(publication: Publication, templates: dict[str, str]) -> str:
    return render(publication, templates).files[f"{WHOLE}/present/index.html"].decode()


def test_presenting_sets_the_plan_the_words_and_the_time_given_side_by_side(
    publication: Publication, templates: dict[str, str]
) -> None:
    first = next(one for one in publication.compiled if one.notes.beats)
    others = [one for one in publication.compiled if one is not first]
    notes = dataclasses.replace(first.notes, words=91, estimate=62, slot=180)
    beats = (dataclasses.replace(notes.beats[0], stated=True, estimate=41), *notes.beats[1:])
    timed = dataclasses.replace(first, notes=dataclasses.replace(notes, beats=beats))
    changed = dataclasses.replace(publication, compiled=(timed, *others))
    present = presented(changed, templates)
    assert "<dt>Planned</dt> <dd>3:30</dd>" in present
    assert "<dt>By its words</dt> <dd>1:02 <span>91 words</span></dd>" in present
    assert '<dt>Time given</dt> <dd>3:00 <span class="late">0:30 over</span></dd>' in present
    assert "<span>0:41 by its words</span>" in present


def test_words_from_elsewhere_in_the_guidance_say_where_to_colleagues_only(
    publication: Publication, templates: dict[str, str]
) -> None:
    first = next(one for one in publication.compiled if one.notes.beats)
    others = [one for one in publication.compiled if one is not first]
    cue = Cue(text="9% of invoices.", drawn=False, part="proof", scope="n = 214",
              span=Span(path=first.guide.asset.path, line=12))  # fmt: skip
    beats = (dataclasses.replace(first.notes.beats[0], say=(cue,)), *first.notes.beats[1:])
    put = dataclasses.replace(first, notes=dataclasses.replace(first.notes, beats=beats))
    inside = dataclasses.replace(publication, compiled=(put, *others))
    colleagues = presented(inside, templates)
    assert '<p class="label">The proof</p>' in colleagues
    assert '<span class="scope">n = 214</span>' in colleagues
    assert "Guidance, line 12" in colleagues
    assert "Put together" in colleagues
    outside = dataclasses.replace(inside, audience=Audience.CUSTOMER)
    customers = presented(outside, templates)
    assert "9% of invoices." in customers
    assert "Guidance, line" not in customers
    assert "Put together" not in customers


def test_the_presenter_view_gets_the_seconds_and_the_title_of_each_step(
    site: Mapping[str, str],
) -> None:
    present = site[f"{WHOLE}/present/index.html"]
    assert 'id="beat-1" data-seconds="90"' in present
    assert 'id="beat-2" data-seconds="120"' in present
    assert '<span class="number">2</span> <span>Where disputes come from</span></h2>' in present
    assert 'id="version-1" value="1"' in present


def test_only_notes_with_steps_bring_the_presenter_view(site: Mapping[str, str]) -> None:
    loaded = [path for path, text in site.items() if "present.js" in text]
    assert loaded == [f"{WHOLE}/present/index.html"]
    assert "data-do" not in site[f"{BARE}/present/index.html"]


def test_the_presenter_view_stays_small(templates: dict[str, str]) -> None:
    assert len(gzip.compress(templates["present.js"].encode())) < 3_750
    assert len(gzip.compress(templates["present.css"].encode())) < 1_650


def test_the_asset_itself_keeps_its_words_its_ids_and_its_language(site: Mapping[str, str]) -> None:
    read = site[f"{WHOLE}/read/index.html"]
    assert '<header class="head" id="L50">\n<h1 id="s-the-cost-of-a-disputed-invoice">' in read
    assert '<h2 id="s-in-short">In short</h2>' in read
    assert '<h3 id="s-where-disputes-come-from">' in read
    assert 'class="prose" lang="de" dir="ltr"' in site[f"{BARE}/read/index.html"]


def test_an_asset_that_is_not_text_leads_to_where_it_lives(site: Mapping[str, str]) -> None:
    assert (
        'Open it where it lives: <a href="https://meridian.example/papers/2024.pdf">'
        in (site[f"{OLD}/read/index.html"])
    )


def test_the_same_publication_gives_the_same_bytes_in_the_same_order(
    publication: Publication, templates: dict[str, str]
) -> None:
    first, second = (
        render(publication, templates),
        render(publication, dict(reversed(templates.items()))),
    )
    assert list(first.files.items()) == list(second.files.items())
    assert list(first.files) == sorted(first.files)


def renamed(compiled: Compiled, asset_id: str) -> Compiled:
    asset = dataclasses.replace(compiled.guide.asset, id=asset_id, path=f"{asset_id}.md")
    return dataclasses.replace(compiled, guide=dataclasses.replace(compiled.guide, asset=asset))


@pytest.mark.parametrize("other", ["Paper", "paper!", "\N{FULLWIDTH LATIN SMALL LETTER P}aper"])
def test_two_assets_cannot_have_the_same_page(
    publication: Publication, templates: dict[str, str], other: str
) -> None:
    one = publication.compiled[0]
    twice = dataclasses.replace(publication, compiled=(renamed(one, "paper"), renamed(one, other)))
    with pytest.raises(UsageError, match=r"both want the page guides/paper/index.html"):
        render(twice, templates)


def test_an_asset_cannot_stand_where_another_one_is_presented(
    publication: Publication, templates: dict[str, str]
) -> None:
    one = publication.compiled[0]
    nested = (renamed(one, "paper"), renamed(one, "paper/present"))
    with pytest.raises(UsageError, match=r"paper/present.md and paper.md both want"):
        render(dataclasses.replace(publication, compiled=nested), templates)


def test_a_large_library_is_listed_by_letter(
    publication: Publication, templates: dict[str, str]
) -> None:
    many = tuple(renamed(publication.compiled[0], f"paper-{number}") for number in range(301))
    files = render(dataclasses.replace(publication, compiled=many), templates).files
    assert b'<a href="all/d/index.html">D</a>' in files["index.html"]
    assert len(files["index.html"]) < 10_000
    assert files["all/d/index.html"].count(b"Disputes 2024") == 301
