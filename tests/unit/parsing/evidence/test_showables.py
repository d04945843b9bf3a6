from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom

TABLE = "| Cause | Share |\n|---|---|\n| Price | 31% |\n| Amount | 22% |\n"


def test_a_table_is_named_by_its_heading(draw_from: DrawFrom) -> None:
    (found,) = draw_from(f"## Causes of disputes\n\nSome text.\n\n{TABLE}").showables
    assert (found.kind, found.text, found.anchor) == (
        "table",
        "Causes of disputes",
        "causes-of-disputes",
    )
    assert (found.span.line, found.span.end_line) == (5, 8)


def test_a_caption_names_a_table_better(draw_from: DrawFrom) -> None:
    text = f"## Causes\n\n{TABLE}\nTable 1: What disputes are about.\n"
    assert draw_from(text).showables[0].text == "Table 1: What disputes are about."


def test_without_heading_or_caption_the_title_names_a_table(draw_from: DrawFrom) -> None:
    assert (
        draw_from(TABLE, title="The cost of disputes").showables[0].text == "The cost of disputes"
    )


def test_a_figure_is_named_by_its_alternative_text(draw_from: DrawFrom) -> None:
    (found,) = draw_from("![Disputes by month, falling since May](chart.png)\n").showables
    assert (found.kind, found.text) == ("figure", "Disputes by month, falling since May")


@pytest.mark.parametrize(
    "text",
    [
        "| Cause | Share |\n|---|---|\n| Price | 31% |\n",
        "![](chart.png)\n",
        "![Disputes](chart.png)\n",
        "![Logo of Harbor](logo.png)\n",
        "![my chart.png](chart.png)\n",
        "![Screenshot 3](chart.png)\n",
        "![The cost of disputes](chart.png)\n",
    ],
)
def test_small_tables_ornaments_and_undescribed_figures_are_not_shown(
    draw_from: DrawFrom, text: str
) -> None:
    assert draw_from(text, title="The cost of disputes").showables == ()


def test_a_second_figure_of_the_same_name_is_left_out(draw_from: DrawFrom) -> None:
    text = "![The open list](a.png)\n\nSome text.\n\n![The open list](b.png)\n"
    (found,) = draw_from(text).showables
    assert found.span.line == 1
