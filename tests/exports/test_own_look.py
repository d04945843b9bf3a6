"""A project's own templates for PDFs: what they get, may not do, and what is said of them."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pdf_reading import facts, needs_poppler, run_together, text
from PIL import Image

from enablekit.adapters import bundled, typesetter
from enablekit.adapters.typst_world import offline
from enablekit.exporters import handout, pdf_one_page, print_pack
from enablekit.model.parcel import Parcel
from enablekit.usecases.load import load

CHECKOUT = Path(__file__).parents[2]
EXAMPLE = CHECKOUT / "examples/meridian"
Run = Callable[..., subprocess.CompletedProcess[str]]

OPEN = """\
#let d = json(bytes(sys.inputs.data))
#let size = float(sys.inputs.size) * 1pt
#set document(title: d.title, author: d.author)
#set text(font: d.fonts, fallback: d.fallback, size: size, lang: d.lang)
#set page(paper: d.paper)
"""
TITLE = "#heading(level: 1, d.title)\n"


@pytest.fixture
def look(tmp_path: Path) -> Path:
    """Return the folder for templates of a project with one piece."""
    guidance = {
        "tldr": "In short.",
        "use_with": [{"persona": "cfo", "when": "Always."}],
        "presenting": [{"title": "One", "say": "Hello."}],
        "must_know": [{"id": "k", "statement": "Some words. " * 100}],
    }
    front = f"title: What it costs\nenablement: {json.dumps(guidance)}\n"
    (tmp_path / "paper.md").write_text(f"---\n{front}---\n\n# Part\n\nText.\n", "utf-8")
    folder = tmp_path / "templates/export"
    folder.mkdir(parents=True)
    return folder


def asked(enablekit: Run, form: str = "pdf", *more: str) -> subprocess.CompletedProcess[str]:
    return enablekit("export", form, "paper", "--now", "2026-11-01", "-o", "out", *more)


@needs_poppler
def test_a_template_of_the_project_takes_the_place_of_ours(
    enablekit: Run, look: Path, tmp_path: Path
) -> None:
    (look / "one_page.typ").write_text(f"{OPEN}{TITLE}ACME: #d.lead (#d.paper)\n", "utf-8")
    done = asked(enablekit, "pdf", "--paper", "letter")
    assert done.returncode == 0, done.stderr
    assert "ACME: In short. (us-letter)" in text(tmp_path / "out/paper.pdf")
    assert facts(tmp_path / "out/paper.pdf")["Tagged"] == "yes"


@needs_poppler
def test_one_shared_file_changes_pages_alone_and_in_packs(
    enablekit: Run, look: Path, tmp_path: Path
) -> None:
    ours = (bundled.templates() / "typst/sheet.typ").read_text("utf-8")
    drawn = io.BytesIO()
    Image.new("RGB", (60, 20), "#803010").save(drawn, "png")
    (look / "art").mkdir()
    (look / "art/mark.png").write_bytes(drawn.getvalue())
    head = "#let head(d, size) = {\n"
    mark = f'{head}  image("art/mark.png", width: 20mm, alt: "ACME")\n  [ACME INC]\n'
    assert head in ours
    (look / "sheet.typ").write_text(ours.replace(head, mark), "utf-8")
    for form, name in (("pdf", "paper"), ("handout", "paper.handout"), ("pack", "for-cfo")):
        assert asked(enablekit, form).returncode == 0
        file = tmp_path / f"out/{name}.pdf"
        assert "ACME INC" in text(file)
        assert b"/Subtype/Image" in file.read_bytes()


def test_a_page_is_one_page_in_a_template_of_the_project_too(enablekit: Run, look: Path) -> None:
    (look / "one_page.typ").write_text(f"{OPEN}{TITLE}#pagebreak()\n#d.lead\n", "utf-8")
    done = asked(enablekit)
    assert done.returncode == 2
    assert "1 asset will not fit on a page: paper (" in done.stderr


@needs_poppler
def test_type_is_smaller_before_a_template_of_the_project_is_refused(
    enablekit: Run, look: Path, tmp_path: Path
) -> None:
    small = "#set page(height: 52mm, margin: 5mm)\n"
    words = f"{small}{TITLE}#d.left.last().items.last().text #size"
    (look / "one_page.typ").write_text(f"{OPEN}{words}", "utf-8")
    assert asked(enablekit).returncode == 0
    assert facts(tmp_path / "out/paper.pdf")["Pages"] == "1"
    assert "10.8pt" not in text(tmp_path / "out/paper.pdf")


def test_a_page_that_does_not_fit_in_a_pack_is_refused(enablekit: Run, look: Path) -> None:
    ours = (bundled.templates() / "typst/pack.typ").read_text("utf-8")
    told = "  sheet(d + one, one.size * 1pt)\n"
    assert told in ours
    large = '  if one.lead != "" { pagebreak() }\n' + told
    (look / "pack.typ").write_text(ours.replace(told, large), "utf-8")
    done = asked(enablekit, "pack")
    assert done.returncode == 2
    assert "a page that fits alone does not fit in the pack" in done.stderr


WRONG = {
    "syntax": ("one_page.typ", "#let d = \n", "one_page.typ, line 1: expected expression"),
    "name": (
        "one_page.typ",
        f"{OPEN}#nowhere\n",
        "one_page.typ, line 6: unknown variable: nowhere",
    ),
    "field": ("one_page.typ", f"{OPEN}#d.nowhere\n", "one_page.typ, line 6: dictionary does not"),
    "panic": ("one_page.typ", f'{OPEN}#panic("no")\n', "one_page.typ, line 6: panicked with"),
    "imported": ("sheet.typ", "#let dressed = nope\n", "sheet.typ, line 1: unknown variable: nope"),
    "no title": ("one_page.typ", "= Words\n", "one_page.typ: PDF/UA-1 error"),
    "no text": ("one_page.typ", "\udcff", "one_page.typ is no UTF-8 text"),
    "file": ("one_page.typ", '#read("no.txt")\n', "one_page.typ, line 1: file not found"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_template_is_named_with_its_line(enablekit: Run, look: Path, fault: str) -> None:
    name, words, told = WRONG[fault]
    (look / name).write_text(words, "utf-8", errors="surrogateescape")
    done = asked(enablekit)
    assert done.returncode == 2
    assert f"error: templates/export/{told}" in done.stderr
    assert "Mend the template, or remove it" in done.stderr or fault == "no text"
    assert "Traceback" not in done.stderr
    assert str(look) not in done.stderr


def test_a_name_that_our_template_misses_in_theirs_is_told(enablekit: Run, look: Path) -> None:
    (look / "sheet.typ").write_text("#let soft = red\n", "utf-8")
    done = asked(enablekit)
    assert done.returncode == 2
    assert "our one_page.typ, line 2: unresolved import" in done.stderr


@pytest.mark.parametrize("way", ["../../paper.md", "/../../paper.md", "{root}/paper.md"])
def test_a_template_reads_nothing_outside_its_folder(
    enablekit: Run, look: Path, tmp_path: Path, way: str
) -> None:
    read = f'#read("{way.format(root=tmp_path)}")'
    (look / "one_page.typ").write_text(f"{OPEN}{TITLE}{read}\n", "utf-8")
    done = asked(enablekit)
    assert done.returncode == 2
    assert "templates/export/one_page.typ, line 7: " in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name != "posix", reason="Links need rights there")
@pytest.mark.parametrize("way", ["link.md", "deep/folder"])
def test_a_link_out_of_the_folder_is_no_way_out(
    enablekit: Run, look: Path, tmp_path: Path, way: str
) -> None:
    (look / way).parent.mkdir(exist_ok=True)
    (look / way).symlink_to(tmp_path / "paper.md" if way.endswith("md") else tmp_path)
    (look / "one_page.typ").write_text(f"{OPEN}{TITLE}", "utf-8")
    done = asked(enablekit)
    assert done.returncode == 2
    assert f"templates/export/{way} leads out of its folder" in done.stderr


@pytest.mark.parametrize("way", ['"@preview/cetz:0.3.0"', '"@pre" + "view/cetz:0.3.0"'])
def test_no_package_is_fetched(enablekit: Run, look: Path, way: str) -> None:
    (look / "one_page.typ").write_text(f"{OPEN}#import {way}\n", "utf-8")
    done = asked(enablekit)
    assert done.returncode == 2
    assert "templates/export/one_page.typ, line 6: packages are not fetched" in done.stderr


def test_a_way_around_the_barrier_to_the_network_is_closed_and_opened_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.delenv("HTTPS_PROXY", raising=False)
    with offline():
        assert os.environ["NO_PROXY"] == ""
        assert os.environ["HTTPS_PROXY"].startswith("http://127.0.0.1")
    assert os.environ["NO_PROXY"] == "*"
    assert "HTTPS_PROXY" not in os.environ


@needs_poppler
def test_words_stay_words_in_a_template_of_the_project(
    enablekit: Run, look: Path, tmp_path: Path
) -> None:
    (tmp_path / "paper.md").write_text(
        '---\ntitle: "#panic(1) *bold* $x$"\nenablement: {tldr: x}\n---\n\nText.\n', "utf-8"
    )
    (look / "one_page.typ").write_text(f"{OPEN}{TITLE}", "utf-8")
    assert asked(enablekit).returncode == 0
    assert run_together("#panic(1) *bold* $x$") in run_together(text(tmp_path / "out/paper.pdf"))


def test_a_typeface_beside_the_templates_is_found(
    enablekit: Run, look: Path, tmp_path: Path
) -> None:
    [face] = (bundled.templates() / "fonts").glob("*Regular*")
    (look / "fonts").mkdir()
    (look / "fonts" / face.name).write_bytes(face.read_bytes())
    (look / "one_page.typ").write_text(f"{OPEN}{TITLE}", "utf-8")
    assert asked(enablekit).returncode == 0
    assert b"SourceSans3" in (tmp_path / "out/paper.pdf").read_bytes()


def fields(data: Any) -> set[str]:  # noqa: ANN401 - plain data of any shape
    """Return the name of every field in plain data, however deep."""
    if isinstance(data, dict):
        return {*data, *(name for one in data.values() for name in fields(one))}
    if isinstance(data, list | tuple):
        return {name for one in data for name in fields(one)}
    return set()


def test_every_field_of_a_template_is_documented() -> None:
    given: set[str] = {"fonts", "fallback"}  # these two come with the typefaces

    def watched(name: str, data: Any, size: float) -> Any:  # noqa: ANN401 - passed on as it is
        given.update(fields(data))
        return typesetter.PageSetter()(name, data, size)

    publication = load(EXAMPLE, now="2030-01-01")
    for form in (pdf_one_page, handout, print_pack):
        compiled = tuple(one for one in publication.compiled if not form.lacks(one))[:12]
        form.files(Parcel(publication=publication, compiled=compiled, typeset=watched))
    page = (CHECKOUT / "docs/reference/page-templates.md").read_text("utf-8")
    told = set(re.findall(r"`([a-z_]+)`", page))
    assert given - told == set()
    assert {"notice", "points", "table", "ordered", "remark", "place"} <= given
