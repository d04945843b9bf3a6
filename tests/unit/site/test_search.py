from __future__ import annotations

import dataclasses
import gzip
from pathlib import Path

import pytest

from enablekit.model.asset import Asset
from enablekit.model.publication import Compiled, Publication
from enablekit.model.search import SearchRecord
from enablekit.model.vocabulary import Term, Vocabulary
from enablekit.site.frame import frame_of
from enablekit.site.pages import render
from enablekit.site.search_page import search_values
from enablekit.site.search_records import search_record

TEMPLATES = Path(__file__).parents[3] / "templates" / "site"


@pytest.fixture
def whole(publication: Publication) -> Compiled:
    """Return the asset that has everything."""
    return next(one for one in publication.compiled if one.guide.asset.guidance.objections)


def record_of(
    publication: Publication, one: Compiled, **changes: object
) -> tuple[SearchRecord, Asset]:
    asset = dataclasses.replace(one.guide.asset, **changes)  # type: ignore[arg-type] # as asked for
    changed = dataclasses.replace(one, guide=dataclasses.replace(one.guide, asset=asset))
    return search_record(frame_of(publication).without_lists(), changed), asset


def test_what_a_rep_would_ask_for_comes_before_the_text_of_the_asset(
    publication: Publication, whole: Compiled
) -> None:
    record, asset = record_of(publication, whole)
    guidance = asset.guidance

    places = [
        record.content.index(text)
        for text in (
            asset.title,
            guidance.objections[0].they_say.strip("“”"),
            guidance.talk_track[0].open.strip("“”"),
            guidance.must_know[0].statement,
            "Count the causes of all disputes in one quarter.",
        )
    ]
    assert places == sorted(places)
    assert places[0] == 0
    assert record.url.endswith("/index.html")


def test_filters_are_what_people_call_them(publication: Publication, whole: Compiled) -> None:
    filters = dict(record_of(publication, whole)[0].filters)

    assert "Late payments" in filters["pain"]
    assert "Chief financial officer" in filters["persona"]
    assert filters["type"] == (whole.guide.type_label,)
    assert filters["status"] == (whole.guide.badge.word,)
    assert filters["language"] == ("English",)


def test_facts_are_no_words_to_be_found(publication: Publication, whole: Compiled) -> None:
    record, _ = record_of(publication, whole, language="de-AT")

    assert {name for name, _ in record.meta} <= {"title", "when"}
    facts = dict(one.split("=") for one in dict(record.filters)["facts"])
    assert facts["state"] == whole.guide.badge.state
    assert facts["lang"] == "de-AT"
    assert dict(record.filters)["language"] == ("Deutsch",)


def test_every_name_of_a_word_it_uses_leads_to_it(
    publication: Publication, whole: Compiled
) -> None:
    rival = Term(id="ledgerline", span=whole.guide.asset.span, name="Ledgerline", synonyms=("LL",))
    words: Vocabulary = dataclasses.replace(publication.vocabulary, competitors=(rival,))
    known = dataclasses.replace(publication, vocabulary=words)
    topic = Term(id="dso", span=whole.guide.asset.span, name="DSO", synonyms=("days outstanding",))
    one = dataclasses.replace(whole, guide=dataclasses.replace(whole.guide, topics=(topic,)))

    content = record_of(known, one, competitors=("ledgerline",))[0].content

    assert "DSO ·\ndays outstanding ·" in content
    assert "Ledgerline ·\nLL ·" in content
    assert "Ledgerline" not in record_of(known, one)[0].content


def test_words_that_would_be_orders_to_the_index_or_no_words_at_all_are_taken_out(
    publication: Publication, whole: Compiled
) -> None:
    record, _ = record_of(publication, whole, title="___PAGEFIND_WEIGHT___9 a\0b \ud800c")

    assert dict(record.meta)["title"] == "WEIGHT___9 a b ?c"
    assert "PAGEFIND" not in record.content
    assert record.content.encode()


def test_a_page_offers_filters_only_where_there_is_a_choice(publication: Publication) -> None:
    frame = frame_of(publication)

    named = {one.name: one.values for one in search_values(frame, indexed=True)["filters"]}

    assert "persona" not in named
    assert all(len(values) > 1 for values in named.values())
    assert [name for name, _ in named["pain"]] == ["Late payments", "Forecast"]
    assert sum(number for _, number in named["type"]) == len(publication.compiled)


def test_only_the_search_page_may_run_a_compiled_program(
    publication: Publication,
) -> None:
    texts = {path.name: path.read_text("utf-8") for path in TEMPLATES.iterdir()}
    files = render(publication, texts).files

    allowed = [path for path, data in files.items() if b"'wasm-unsafe-eval'" in data]
    styled = [path for path, data in files.items() if b"search.css" in data]
    assert allowed == styled == ["search/index.html"]
    assert b'data-index=""' in files["search/index.html"]
    # What stands in for a page that is not there knows no way back.
    pages = [path for path in files if path.endswith(".html") and path != "404.html"]
    assert [path for path in pages if b'class="to-search"' not in files[path]] == []


def test_script_and_style_are_small() -> None:
    assert len(gzip.compress((TEMPLATES / "search.js").read_bytes(), mtime=0)) <= 2304
    assert len(gzip.compress((TEMPLATES / "search.css").read_bytes(), mtime=0)) <= 800
