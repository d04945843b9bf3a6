from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enablekit.checking.repairs import mended
from enablekit.model.repair import Edit, Repair
from enablekit.model.span import Span


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> Edit:
    span = Span(path="a.md", line=line, column=column, end_line=end_line, end_column=end_column)
    return Edit(span=span, text=text)


def repair(*edits: Edit) -> Repair:
    return Repair(what="Mend it", edits=edits)


def test_only_the_named_stretch_changes() -> None:
    text = "one \ntwo\t\r\nthree"

    assert mended(text, [repair(edit(2, 1, 2, 4, "2"))]) == ("one \n2\t\r\nthree", 1)


def test_several_edits_of_a_repair_belong_together() -> None:
    whole = repair(edit(1, 1, 1, 2, "A"), edit(1, 3, 1, 4, "C"))

    assert mended("abcd", [whole]) == ("AbCd", 1)


def test_a_repair_that_meets_an_earlier_one_waits() -> None:
    first, second = repair(edit(1, 1, 1, 4, "X")), repair(edit(1, 3, 1, 5, "Y"))

    assert mended("abcdef", [first, second]) == ("Xdef", 1)


def test_two_insertions_at_one_place_are_two_rounds() -> None:
    first, second = repair(edit(1, 2, 1, 2, "X")), repair(edit(1, 2, 1, 2, "Y"))

    assert mended("ab", [first, second]) == ("aXb", 1)


def test_new_lines_end_as_the_file_has_it() -> None:
    assert mended("a\r\nb", [repair(edit(2, 1, 2, 1, "x\n"))]) == ("a\r\nx\r\nb", 1)


def test_a_place_beyond_the_end_is_the_end() -> None:
    assert mended("a", [repair(edit(9, 9, 9, 9, "b"))]) == ("ab", 1)


@given(st.text(alphabet="ab\n\r ", max_size=40), st.integers(1, 6), st.integers(1, 6))
def test_an_empty_edit_changes_nothing(text: str, line: int, column: int) -> None:
    assert mended(text, [repair(edit(line, column, line, column, ""))])[0] == text
