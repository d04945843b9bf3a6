"""Items as SCORM and xAPI write them, and the names that platforms keep things under."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from every_form import ITEMS
from hypothesis import given
from hypothesis import strategies as st

from enablekit.model.item import Number
from enablekit.packing.identifiers import identifier
from enablekit.packing.interactions import (
    SCORM_12,
    SCORM_2004,
    XAPI,
    Notation,
    interaction,
    short_text,
)

PATTERNS = {
    "single": ("choice", "b", "b"),
    "multiple": ("choice", "a,c,d", "a[,]c[,]d"),
    "sorting": ("matching", "1.a,2.b,3.a", "1[.]a[,]2[.]b[,]3[.]a"),
    "ordering": ("sequencing", "b,c,a", "b[,]c[,]a"),
    "matching": ("matching", "1.b,2.a", "1[.]b[,]2[.]a"),
}


@pytest.mark.parametrize("item", ITEMS[:5], ids=lambda item: item.form)
def test_a_form_has_its_type_and_its_pattern(item: object) -> None:
    found = next(one for one in ITEMS if one is item)
    kind, old, new = PATTERNS[found.form]
    for notation, pattern in ((SCORM_12, old), (SCORM_2004, new), (XAPI, new)):
        told = interaction(found, notation)
        assert (told.type, told.patterns) == (kind, (pattern,))


@pytest.mark.parametrize(
    ("value", "tolerance", "notation", "kind", "pattern"),
    [
        ("14", "0.5", SCORM_12, "numeric", "14"),
        ("14", "0.5", SCORM_2004, "numeric", "13.5[:]14.5"),
        ("0.1", "0.2", XAPI, "numeric", "-0.1[:]0.3"),
        ("99999", "0", SCORM_2004, "numeric", "99999[:]99999"),
        ("100000", "0", SCORM_2004, "fill-in", "100000"),
        ("99999", "1", SCORM_2004, "fill-in", "99999"),
        ("1250000", "0", XAPI, "numeric", "1250000[:]1250000"),
        ("1000000000000000000000", "0", SCORM_12, "numeric", "1000000000000000000000"),
    ],
)
def test_a_number_is_a_number_where_the_platform_takes_it_for_one(
    value: str, tolerance: str, notation: Notation, kind: str, pattern: str
) -> None:
    item = replace(ITEMS[5], number=Number(value=value, tolerance=tolerance))
    told = interaction(item, notation)
    assert (told.type, told.patterns) == (kind, (pattern,))


def test_any_accepted_answer_is_a_pattern_of_its_own() -> None:
    told = interaction(ITEMS[7], SCORM_2004)
    assert (told.type, told.patterns) == ("fill-in", ("look-back test", "look} back test"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_short_text_has_nothing_that_means_something_in_an_answer(words: str) -> None:
    short = short_text(words)
    assert len(short.encode("utf-16-le")) <= 500
    assert not short.startswith(("{", " "))
    assert not re.search(r"\[[,.:]\]|[\r\n]", short)
    assert short_text(short) == short


@given(st.text(), st.text())
def test_two_names_never_share_an_identifier(one: str, other: str) -> None:
    first, second = identifier("check", one), identifier("check", other)
    assert (first == second) == (one == other)
    assert re.fullmatch(r"check-[a-z0-9._-]*", first)


def test_a_readable_name_stays_readable() -> None:
    assert identifier("check", "white-papers/cost-of-disputes") == (
        "check-white-papers.cost-of-disputes"
    )
    assert identifier("check", "white-papers.cost") != identifier("check", "white-papers/cost")
    assert identifier("topic", "Prüfung") == identifier("topic", "Prüfung")
