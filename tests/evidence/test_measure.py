"""The matching of drawn pieces with labels, its arithmetic, and what must never be drawn."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest


def _load() -> Any:  # noqa: ANN401 - a module loaded by its path has no type of its own
    path = Path(__file__).with_name("measure.py")
    found = importlib.util.spec_from_file_location("measure_evidence", path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module  # where dataclasses look their annotations up
    found.loader.exec_module(module)
    return module


measure = _load()
SENTENCE = "Teams answer tickets 40% faster, and nobody waits for a reply overnight."


def _said(text: str, *, kind: str = "statistic", line: int = 5, end_line: int = 0) -> Any:  # noqa: ANN401 - a class of the module loaded above
    return measure.Statement(line=line, end_line=end_line or line, kind=kind, text=text)


def test_a_line_is_split_into_its_sentences_without_markup() -> None:
    line = "> - **It works.** See [the guide](https://example.com/a.b), e.g. Part two! ![x](y.png)"
    assert measure.sentences(line) == ("It works.", "See the guide, e.g. Part two!")


def test_the_cells_of_a_table_are_sentences_of_their_own() -> None:
    assert measure.sentences("| Search | Saves 30 minutes <br/> Less noise |") == (
        "Search",
        "Saves 30 minutes",
        "Less noise",
    )


def test_a_sentence_after_a_closing_quotation_mark_is_a_new_one() -> None:
    line = "“It took a day,” he said. “We were done.” Then they left."
    assert measure.sentences(line) == (
        "“It took a day,” he said.",
        "“We were done.”",
        "Then they left.",
    )


def test_the_checksum_skips_quotation_marks_and_markup() -> None:
    assert measure.starts("“Every team gains.”") == "Eve"


def test_a_piece_that_opens_as_the_label_does_is_right() -> None:
    assert measure.matches(_said(f"“{SENTENCE}”"), _said(SENTENCE))


def test_a_piece_on_other_lines_is_wrong() -> None:
    assert not measure.matches(_said(SENTENCE, line=6), _said(SENTENCE, line=5))


def test_a_piece_of_another_kind_is_wrong() -> None:
    assert not measure.matches(_said(SENTENCE, kind="key"), _said(SENTENCE))


def test_another_sentence_of_the_same_line_is_wrong() -> None:
    assert not measure.matches(_said("Teams answer letters in 3 days."), _said(SENTENCE))


def test_the_same_sentence_cut_later_is_right_and_a_scrap_of_it_is_not() -> None:
    assert measure.matches(_said(SENTENCE.removeprefix("Teams ")), _said(SENTENCE))
    assert not measure.matches(_said("waits for a reply overnight."), _said(SENTENCE))


def test_a_quotation_may_begin_inside_its_sentence_and_a_statistic_may_not() -> None:
    sentence = "As the head of support at the largest site put it, “we sleep at night.”"
    words = "we sleep at night."
    assert measure.matches(_said(words, kind="quotation"), _said(sentence, kind="quotation"))
    assert not measure.matches(_said(words), _said(sentence))


def test_one_drawn_quotation_finds_both_halves_of_a_broken_one() -> None:
    halves = (
        _said("“We were slow,” she said.", kind="quotation"),
        _said("“Now we answer before lunch.”", kind="quotation"),
    )
    whole = _said("We were slow, she said. Now we answer before lunch.", kind="quotation")
    compared = measure.compare("a.md", (whole,), halves)
    assert compared.found == halves
    assert compared.right == (whole,)


def test_a_procedure_is_found_by_its_first_step_below_the_sentence_that_introduces_it() -> None:
    label = _said("Open the settings.", kind="procedure", line=9)
    assert measure.matches(_said("Open the settings.", kind="procedure", line=7), label)
    assert not measure.matches(_said("Close the settings.", kind="procedure", line=7), label)
    far = _said("Open the settings.", kind="procedure", line=9 - measure.LEAD - 1)
    assert not measure.matches(far, label)


def test_labels_and_pieces_are_counted_for_precision_and_recall() -> None:
    labels = (_said(SENTENCE), _said("It costs $9 a month.", line=7), _said("Ten sites.", line=8))
    pieces = (_said(SENTENCE), _said("There are 3 menus.", line=20))
    compared = measure.compare("a.md", pieces, labels)
    figures = measure.table((compared,)).splitlines()[1].split()
    assert figures[:5] == ["statistic", "3", "1", "2", "1"]
    assert figures[5] == "0.50"
    assert figures[7] == "0.33"


def test_a_piece_drawn_twice_is_right_once() -> None:
    compared = measure.compare("a.md", (_said(SENTENCE), _said(SENTENCE)), (_said(SENTENCE),))
    assert (len(compared.pieces), len(compared.right)) == (2, 1)


def test_nothing_drawn_has_no_precision() -> None:
    assert measure.share(0, 0) == "–"


def test_the_wilson_interval_is_the_published_one() -> None:
    assert measure.wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=5e-5)
    assert measure.wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=5e-5)
    assert measure.wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("kind", ["key", "opening", "questions", "calls_to_action"])
def test_a_piece_of_any_kind_may_hit_what_must_never_be_drawn(kind: str) -> None:
    assert measure.forbids(_said("Let us jump right in.", kind="never"), _said("Let us", kind=kind))


def test_a_call_may_be_drawn_as_a_call_to_action_only() -> None:
    call = _said("Sign up for free today.", kind="call")
    assert not measure.forbids(call, _said("Sign up for free today.", kind="calls_to_action"))
    assert measure.forbids(call, _said("Sign up for free today.", kind="key"))


def test_a_label_that_no_longer_fits_its_file_is_refused() -> None:
    label = {"line": 1, "end_line": 1, "nth": 2, "kind": "key", "starts": "Two"}
    entry = {"path": "a.md", "labels": [label]}
    assert measure.labels_of(entry, "One is here. Two is there.")[0].text == "Two is there."
    with pytest.raises(measure.CannotMeasureError, match=r"a\.md:1: sentence 2"):
        measure.labels_of(entry, "One is here. Three is there.")


def test_a_procedure_in_headings_is_found_though_the_label_counts_its_step() -> None:
    label = _said("Step 1: Open the settings.", kind="procedure", line=9)
    assert measure.matches(_said("Open the settings.", kind="procedure", line=9), label)


def test_places_that_only_look_like_a_kind_are_counted_with_those_drawn_all_the_same() -> None:
    labels = (
        _said("Open the settings.", kind="no procedure"),
        _said("Our ten favourites.", kind="no procedure", line=40),
        _said("Mind the gap between the two.", kind="no quotation", line=50),
    )
    piece = _said("Open the settings.", kind="procedure")
    assert measure.tempts(labels[0], piece)
    assert not measure.tempts(labels[1], piece)
    written = measure.table((measure.compare("a.md", (piece,), labels),), measure.PLACED)
    assert "only look like a procedure: 2, drawn all the same: 1" in written
    assert "only look like a quotation: 1, drawn all the same: 0" in written
    assert "statistic" not in written


def test_front_matter_that_cannot_be_read_is_left_out_and_lines_keep_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    text = (
        "---\ntitle: A: B\n---\nTo find it:\n\n1. Open the box.\n2. Find it.\n3. Close the box.\n"
    )
    (tmp_path / "site" / "a.md").write_text(text, encoding="utf-8")
    label = {"line": 6, "end_line": 6, "nth": 1, "kind": "procedure", "starts": "Ope"}
    entry = {"corpus": "site", "path": "a.md", "set": "places", "header": 3, "labels": [label]}
    labelled = tmp_path / "labels.json"
    labelled.write_text(json.dumps({"files": [entry]}), encoding="utf-8")
    monkeypatch.setattr(measure, "LABELS", labelled)
    (compared,) = measure.measure(("places",), tmp_path)
    assert [one.line for one in compared.found] == [6]


def test_missing_corpora_are_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(measure.CannotMeasureError, match="beside the checkout"):
        measure.measure(("develop",), tmp_path)


def test_labels_hold_three_characters_of_a_text_and_no_more() -> None:
    files = json.loads(measure.LABELS.read_text(encoding="utf-8"))["files"]
    labels = [label for one in files for label in one["labels"]]
    assert {one["set"] for one in files} == set(measure.SETS)
    assert max(len(label["starts"]) for label in labels) == 3
    refused = {f"no {kind}" for kind in measure.PLACED}
    assert {label["kind"] for label in labels} == {*measure.KINDS, *refused, "never", "call"}


@pytest.mark.skipif(not measure.CORPORA.is_dir(), reason="the corpora are not beside the checkout")
def test_nothing_is_drawn_from_what_must_never_be_evidence() -> None:
    compared = measure.measure(("develop",))
    assert [f"{one.path}:{it.line}: {it.kind}" for one in compared for it in one.hits] == []
