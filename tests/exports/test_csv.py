"""The table of questions: opened as it is, calculated never, complete."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from question_samples import (
    ITEMS,
    NASTY,
    asked,
    item,
    only,
    options,
    parcel,
    shown,
    whole_example,
    with_text,
)

from enablekit.exporters import csv_items
from enablekit.model.audience import Audience
from enablekit.model.item import Item, Number
from enablekit.model.parcel import Parcel

FORMULAS = (
    "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "  =1+1", "\uff1d1",
    '=HYPERLINK("http://x.example","y")', "=cmd|' /C calc'!A0", "-2+3", "-",
)  # fmt: skip


def rows(given_parcel: Parcel) -> list[dict[str, str]]:
    content = only(csv_items.files(given_parcel))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def asking(text: str) -> Item:
    return item("eeeeeeeeee01", "single", stem=text, options=options(text, "No", said=True))


def test_every_form_has_its_answer_in_columns() -> None:
    found = {row["id"][-2:]: row for row in rows(parcel())}

    assert [found[one]["key"] for one in sorted(found)] == [
        "2", "1 3", "1 2 1", "3 1 2", "3 1", "-14.5", "1 2", "12", "1",
    ]  # fmt: skip
    assert found["01"]["feedback"] == "1: About Cash | 2: About Time | 3: About Fame"
    assert found["03"]["groups"] == "Use it | Leave it alone"
    assert found["05"]["prompts"] == "The CFO | The engineer"
    assert (found["06"]["tolerance"], found["06"]["unit"]) == ("0.3", "days")
    assert (found["09"]["drawn"], found["01"]["drawn"]) == ("yes", "")


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(formula: str) -> None:
    (row,) = rows(parcel((asking(formula),), title=formula))

    assert row["stem"] == row["option_1"] == row["title"] == f"'{formula.strip()}"


@pytest.mark.parametrize("number", ["-2", "-14.5", "-0.001"])
def test_a_negative_number_stays_a_number(number: str) -> None:
    (row,) = rows(parcel((item("eeeeeeeeee02", "numeric", number=Number(value=number)),)))

    assert row["key"] == number


@settings(deadline=None)
@given(text=NASTY)
def test_any_text_comes_back_and_is_no_formula(text: str) -> None:
    found = rows(parcel(with_text(text), title=text))

    assert len(found) == 7
    for row in found:
        assert shown(row["stem"]).removeprefix("'") == shown(text).removeprefix("'")
        numbers = all(one.isdigit() or one in "-." for one in row["stem"])
        assert row["stem"][0] not in "=+@\t\n\uff1d\uff0b\uff0d\uff20"
        assert row["stem"][0] != "-" or numbers


def test_more_options_than_any_kind_makes_have_columns_of_their_own() -> None:
    many = item("eeeeeeeeee03", "single", options=options(*(f"Option {n}" for n in range(9))))

    (row,) = rows(parcel((many,)))

    assert row["option_9"] == "Option 8"
    assert "option_10" not in row


def test_only_colleagues_see_where_a_fact_stands() -> None:
    inside, outside = (
        rows(parcel(audience=one))[0] for one in (Audience.INTERNAL, Audience.CUSTOMER)
    )

    assert inside["source"] == "line 4711"
    assert outside["source"] == ""


def test_the_whole_example_is_in_the_table() -> None:
    given_parcel = whole_example()

    assert [row["id"] for row in rows(given_parcel)] == [one.id for one in asked(given_parcel)]


def test_two_exports_have_the_same_bytes_and_no_file_name_of_the_project() -> None:
    first = csv_items.files(parcel(audience=Audience.CUSTOMER))

    assert first == csv_items.files(parcel(audience=Audience.CUSTOMER))
    assert b"secret-folder" not in only(first)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_calculates_nothing(tmp_path: Path) -> None:
    hostile = tuple(
        item(f"f{at:011}", "single", stem=text, options=options(text, "No"))
        for at, text in enumerate(FORMULAS)
    )
    (tmp_path / "in.csv").write_bytes(only(csv_items.files(parcel((*ITEMS, *hostile)))))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "fods:OpenDocument Spreadsheet Flat XML",
         "--infilter=CSV:44,34,76,1,,0,false,true,false", "--outdir", tmp_path,
         tmp_path / "in.csv"],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    opened = (tmp_path / "in.fods").read_text("utf-8")

    assert "table:formula" not in opened
    assert "A question of the form single?" in opened
