from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import docx.document
import docx.oxml.ns
import docx.shared
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enablekit.exporters import docx_guide
from enablekit.model.paper_size import PAPERS, PaperSize
from enablekit.model.parcel import Parcel
from enablekit.packing.document import Document, Heading, Points
from enablekit.packing.printable import printable
from enablekit.packing.word_document import WordLook, word_document
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)


def write(folder: Path, text: str, name: str = "paper.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


PAPER = """\
---
title: What it costs
enablement:
  tldr: "{words}"
  follow_up: {{subject: Hello, body: "One line.\\nAnother line."}}
---

# What it costs

Seven euros.
"""


def words_of(data: bytes) -> str:
    file = docx.Document(io.BytesIO(data))
    tables = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in file.paragraphs), *tables])


def exported(folder: Path, **own: bytes) -> bytes:
    publication = load(folder, now="2026-11-01")
    templates = {name.replace("_", "."): data for name, data in own.items()}
    parcel = Parcel(publication=publication, compiled=publication.compiled, own=templates)
    return docx_guide.files(parcel)["paper.docx"]


def test_a_guide_has_its_words_in_words_own_styles(tmp_path: Path) -> None:
    file = docx.Document(io.BytesIO(exported(write(tmp_path, PAPER.format(words="Say it.")))))
    styles = {one.text: one.style.name for one in file.paragraphs if one.style}
    assert styles["What it costs"] == "Title"
    assert styles["Know"] == "Heading 1"
    assert styles["Say it."] == "Normal"
    assert styles["One line.\nAnother line."] == "Intense Quote"


def test_a_projects_own_template_gives_its_styles_and_loses_its_words(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("Words of the template")
    own.styles["Title"].font.name = "Brand Sans"
    own.sections[0].header.paragraphs[0].text = "ACME"
    saved = io.BytesIO()
    own.save(saved)
    made = exported(write(tmp_path, PAPER.format(words="Say it.")), guide_docx=saved.getvalue())
    file = docx.Document(io.BytesIO(made))
    assert file.styles["Title"].font.name == "Brand Sans"
    assert file.sections[0].header.paragraphs[0].text == "ACME"
    assert "Words of the template" not in words_of(made)
    assert "Say it." in words_of(made)


def test_a_template_that_is_no_document_is_named(enablekit: Run, tmp_path: Path) -> None:
    write(tmp_path, PAPER.format(words="Say it."))
    (tmp_path / "templates/export").mkdir(parents=True)
    (tmp_path / "templates/export/guide.docx").write_text("no document")
    done = enablekit("export", "docx", "paper")
    assert done.returncode == 2
    assert "templates/export/guide.docx is no Word document" in done.stderr


def test_the_same_guide_has_the_same_bytes_and_no_clock(tmp_path: Path) -> None:
    write(tmp_path, PAPER.format(words="Say it."))
    one, other = (exported(tmp_path) for _ in range(2))
    assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest()
    with zipfile.ZipFile(io.BytesIO(one)) as pack:
        assert {member.date_time[0] for member in pack.infolist()} == {1980}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_words_stay_words(tmp_path: Path, text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    write(tmp_path, PAPER.format(words=f"x{quoted}x"))
    said = load(tmp_path, now="2026-11-01").compiled[0].guide.asset.guidance.tldr
    assert said is not None
    assert printable(said.text) in words_of(exported(tmp_path))


def test_signs_that_xml_cannot_hold_are_shown_as_lost() -> None:
    assert printable("a\x00b\x0bc\ud800d\ufffe\te\r\n") == "a\ufffdb\ufffdc\ufffdd\ufffd\te\n"


def test_without_the_package_the_command_that_installs_it_is_said(tmp_path: Path) -> None:
    write(tmp_path, PAPER.format(words="Say it."))
    code = "import sys; sys.modules['docx'] = None; from enablekit.cli import run; sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", code, "export", "docx", "paper"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert 'python -m pip install "enablekit[docx]"' in done.stderr


@needs_office
def test_libreoffice_shows_every_word_of_the_example(
    enablekit: Run, checkout: Path, tmp_path: Path
) -> None:
    here = checkout / "examples/meridian"
    asked = ("export", "docx", "cost-of-disputes", "case-hallmann", "-C", here)
    assert enablekit(*asked, "--now", "2026-11-01", "-o", tmp_path / "out").returncode == 0
    assert OFFICE is not None
    files = sorted((tmp_path / "out").glob("*.docx"))
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path / "txt", *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    for file in files:
        shown = " ".join((tmp_path / "txt" / f"{file.stem}.txt").read_text("utf-8-sig").split())
        for said in words_of(file.read_bytes()).splitlines():
            assert " ".join(said.split()) in shown


DAY = dt.date(2026, 11, 1)
LISTS = Document(
    title="How to",
    kind="Guide",
    foot="",
    pieces=(
        Heading(text="Before"),
        Points(items=("Open it", "Read it"), numbered=True),
        Points(items=("Or do not",)),
        Heading(text="After"),
        Points(items=("Close it", "Send it", "Wait"), numbered=True),
    ),
)


def styled() -> bytes:
    """Return our own look as a template."""
    return saved(docx.Document())


def without_the_style() -> bytes:
    file = docx.Document()
    file.styles["List Number"].delete()
    return saved(file)


def without_any_list() -> bytes:
    file = docx.Document()
    for style in [one for one in file.styles if one.name and one.name.startswith("List ")]:
        style.delete()
    [name] = [key for key, one in file.part.rels.items() if one.reltype.endswith("/numbering")]
    file.part.drop_rel(name)
    file.part.rels.pop(name, None)
    return saved(file)


def saved(file: docx.document.Document) -> bytes:
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def lists_of(file: docx.document.Document) -> list[tuple[str, int]]:
    """Return each numbered paragraph with the list it names itself."""
    found = []
    for one in file.paragraphs:
        props = one._p.pPr  # noqa: SLF001 - python-docx has no numbering of its own
        named = props.find(docx.oxml.ns.qn("w:numPr")) if props is not None else None
        if named is not None:
            found.append((one.text, named.numId.val))
    return found


@pytest.mark.parametrize("template", [None, styled, without_the_style, without_any_list])
def test_each_numbered_list_is_a_list_of_its_own(template: Callable[[], bytes] | None) -> None:
    look = WordLook(paper=PaperSize.A4, template=template() if template else None)
    made = word_document(LISTS, look, DAY)
    file = docx.Document(io.BytesIO(made))
    numbered = lists_of(file)
    assert [text for text, _ in numbered] == ["Open it", "Read it", "Close it", "Send it", "Wait"]
    first, second = {number for _, number in numbered[:2]}, {number for _, number in numbered[2:]}
    assert len(first) == len(second) == 1
    assert first != second
    root = file.part.numbering_part.element
    for number in (*first, *second):
        [kept] = [one for one in root.num_lst if one.numId == number]
        assert [one.startOverride.val for one in kept.lvlOverride_lst] == [1]
        kinds = root.findall(docx.oxml.ns.qn("w:abstractNum"))
        names = [int(one.get(docx.oxml.ns.qn("w:abstractNumId"))) for one in kinds]
        assert kept.abstractNumId.val in names


@needs_office
@pytest.mark.parametrize("template", [None, without_the_style, without_any_list])
def test_libreoffice_counts_each_list_from_one(
    template: Callable[[], bytes] | None, tmp_path: Path
) -> None:
    look = WordLook(paper=PaperSize.A4, template=template() if template else None)
    (tmp_path / "lists.docx").write_bytes(word_document(LISTS, look, DAY))
    shown = in_libreoffice(tmp_path / "lists.docx")
    told = [line.strip() for line in shown.splitlines() if line.strip()]
    assert [one for one in told if one[0].isdigit()] == [
        "1. Open it", "2. Read it", "1. Close it", "2. Send it", "3. Wait",
    ]  # fmt: skip


def in_libreoffice(file: Path) -> str:
    assert OFFICE is not None
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(file.parent / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", file.parent / "txt", file],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (file.parent / "txt" / f"{file.stem}.txt").read_text("utf-8-sig")


@pytest.mark.parametrize("paper", PAPERS.values(), ids=str)
def test_a_document_is_as_large_as_the_paper(paper: PaperSize) -> None:
    file = docx.Document(io.BytesIO(word_document(LISTS, WordLook(paper=paper), DAY)))
    [section] = file.sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert round(section.page_width.mm, 1) == paper.width
    assert round(section.page_height.mm, 1) == paper.height


def test_a_projects_own_template_keeps_its_size_of_page() -> None:
    own = docx.Document()
    own.sections[0].page_width, own.sections[0].page_height = (
        docx.shared.Mm(148),
        docx.shared.Mm(210),
    )
    made = word_document(LISTS, WordLook(paper=PaperSize.LETTER, template=saved(own)), DAY)
    width = docx.Document(io.BytesIO(made)).sections[0].page_width
    assert width is not None
    assert round(width.mm) == 148


def children(element: Any, tag: str) -> list[str]:  # noqa: ANN401 - an element of lxml
    """Return the names of what stands in one property of an element, in order."""
    [props] = element.iter(docx.oxml.ns.qn(tag))
    return [one.tag.rpartition("}")[2] for one in props]


def test_a_notice_is_a_box_in_any_template() -> None:
    over = replace(LISTS, notice="Do not use this any more.")
    for template in (None, without_the_style()):
        made = word_document(over, WordLook(paper=PaperSize.A4, template=template), DAY)
        file = docx.Document(io.BytesIO(made))
        [told] = [one for one in file.paragraphs if one.text == "Do not use this any more."]
        assert all(run.bold for run in told.runs)
        # Word refuses a file whose properties stand in another order than its schema has.
        found = [one for one in children(told._p, "w:pPr") if one != "pStyle"]  # noqa: SLF001 - as above
        assert found == ["pBdr", "shd", "ind", "jc"]
        assert children(told._p, "w:pBdr") == ["top", "left", "bottom", "right"]  # noqa: SLF001 - as above


def test_properties_of_our_styles_stand_in_the_order_of_their_schema() -> None:
    file = docx.Document(io.BytesIO(word_document(LISTS, WordLook(paper=PaperSize.A4), DAY)))
    letter = children(file.styles["Intense Quote"].element, "w:pPr")
    assert letter == sorted(letter, key=["pBdr", "spacing", "ind"].index)
    table = children(file.styles["Table Grid"].element, "w:tblPr")
    assert table == sorted(table, key=["tblInd", "tblBorders", "tblCellMar"].index)


def test_headings_have_the_colour_of_the_brand(tmp_path: Path) -> None:
    publication = load(write(tmp_path, PAPER.format(words="Say it.")), now="2026-11-01")
    for brand, shown in (("", "0B5A45"), ("#0000aa", "0000AA")):
        parcel = Parcel(publication=publication, compiled=publication.compiled, accent=brand)
        file = docx.Document(io.BytesIO(docx_guide.files(parcel)["paper.docx"]))
        assert str(file.styles["Heading 1"].font.color.rgb) == shown
    pale = Parcel(publication=publication, compiled=publication.compiled, accent="#ffee00")
    file = docx.Document(io.BytesIO(docx_guide.files(pale)["paper.docx"]))
    assert str(file.styles["Heading 1"].font.color.rgb) != "FFEE00"
