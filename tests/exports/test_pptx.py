from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx.util import Inches

from enablekit.exporters import pptx_deck
from enablekit.model.parcel import Parcel
from enablekit.packing.printable import printable
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)

DECK = """\
---
type: deck
title: All there is
---

# All there is

In one deck

::: notes
[0:30]
Welcome them.
ASK: Who is new?
:::

---

## Points

- one with **bold** and a [link](https://example.org/a)
  - two
- three

1. first
2. second

Some words.

---

## A table

| Cause | Share |
| --- | ---: |
| Price | 31% |

---

## Code and a quotation

```python
print("hello")
```

> Start generous.
>
> — Tobias Wenk

![A chart of causes](chart.png)

---

No heading here.

::: notes
TRANSITION: That is all.
IF ASKED: Is it? — Yes.
:::
"""


def write(folder: Path, text: str, name: str = "talk.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def exported(folder: Path, *, name: str = "talk", accent: str = "", **own: bytes) -> bytes:
    publication = load(folder, now="2026-11-01")
    templates = {key.replace("_", "."): data for key, data in own.items()}
    parcel = Parcel(
        publication=publication, compiled=publication.compiled, own=templates, accent=accent
    )
    return pptx_deck.files(parcel)[f"{name}.pptx"]


def opened(data: bytes) -> Any:  # noqa: ANN401 - python-pptx says no more of its shapes
    return pptx.Presentation(io.BytesIO(data))


def notes_of(slide: Any) -> list[str]:  # noqa: ANN401 - as above
    if not slide.has_notes_slide:
        return []
    return [one.text for one in slide.notes_slide.notes_text_frame.paragraphs]


def words_of(slide: Any) -> list[str]:  # noqa: ANN401 - as above
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found += [one.text for one in shape.text_frame.paragraphs if one.text]
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def foot_of(slide: Any) -> str:  # noqa: ANN401 - as above
    kinds = {one.placeholder_format.type.name: one for one in slide.placeholders}
    return str(kinds["FOOTER"].text_frame.text)


def test_each_slide_of_a_deck_is_a_slide_with_its_words(tmp_path: Path) -> None:
    file = opened(exported(write(tmp_path, DECK)))
    titles = [one.shapes.title.text_frame.text for one in file.slides]
    assert titles == [
        "All there is", "Points", "A table", "Code and a quotation", "No heading here."
    ]  # fmt: skip
    assert words_of(file.slides[1])[1:7] == [
        "one with bold and a link", "two", "three", "first", "second", "Some words."
    ]  # fmt: skip
    assert words_of(file.slides[3])[1:5] == [
        'print("hello")', "Start generous.", "— Tobias Wenk", "[Figure: A chart of causes]"
    ]  # fmt: skip
    assert [one.slide_layout.name for one in file.slides][:3] == [
        "Title Slide", "Title and Content", "Title Only"
    ]  # fmt: skip


def test_points_have_levels_marks_and_links(tmp_path: Path) -> None:
    slide = opened(exported(write(tmp_path, DECK))).slides[1]
    body = slide.placeholders[1].text_frame.paragraphs
    assert [one.level for one in body] == [0, 1, 0, 0, 0, 0]
    paragraphs = [one._p.xml for one in body]  # noqa: SLF001 - marks have no public way
    marks = [re.findall(r"<a:bu(?:Char|AutoNum|None)", one) for one in paragraphs]
    assert marks == [["<a:buChar"]] * 3 + [["<a:buAutoNum"]] * 2 + [["<a:buNone"]]
    links = [run.hyperlink.address for run in body[0].runs]
    assert links == [None, None, None, "https://example.org/a"]
    assert [run.font.bold for run in body[0].runs] == [None, True, None, None]


def test_a_table_is_a_table_with_a_description(tmp_path: Path) -> None:
    slide = opened(exported(write(tmp_path, DECK))).slides[2]
    (frame,) = (one for one in slide.shapes if one.has_table)
    assert [cell.text for row in frame.table.rows for cell in row.cells] == [
        "Cause", "Share", "Price", "31%"
    ]  # fmt: skip
    about = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001 - it has no public way
    assert about.get("descr") == "A table: Cause, Share"
    assert frame.table.first_row


def test_a_table_without_heads_begins_with_its_first_row(tmp_path: Path) -> None:
    write(tmp_path, "---\ntype: deck\n---\n\n# a\n\n| | |\n| - | - |\n| Price | 31% |\n")
    (frame,) = (one for one in opened(exported(tmp_path)).slides[0].shapes if one.has_table)
    assert [cell.text for row in frame.table.rows for cell in row.cells] == ["Price", "31%"]
    assert not frame.table.first_row


def test_notes_have_their_time_and_their_parts(tmp_path: Path) -> None:
    slides = opened(exported(write(tmp_path, DECK))).slides
    assert notes_of(slides[0]) == ["[0:30 · 5 words]", "SAY: Welcome them.", "ASK: Who is new?"]
    assert notes_of(slides[1]) == []
    *said, trust, foot = notes_of(slides[4])
    assert said == ["[0:00 · 3 words]", "IF ASKED: Is it? — Yes.", "TRANSITION: That is all."]
    assert "Built for: internal" in foot
    assert trust


def test_the_labels_of_notes_are_in_the_language_of_the_site(
    tmp_path: Path, enablekit: Run
) -> None:
    write(tmp_path, "language: de\n", "enablekit.yaml")
    write(tmp_path, DECK)
    assert enablekit("export", "pptx", "talk").returncode == 0
    slide, *_ = opened((tmp_path / "exports/talk.pptx").read_bytes()).slides
    assert notes_of(slide) == ["[0:30 · 5 Wörter]", "SAGEN: Welcome them.", "FRAGEN: Who is new?"]


PAPER = """\
---
title: What it costs
summary: "{words}"
enablement:
  presenting:
    - {{at: "#seven-euros", title: Seven euros, seconds: 75, say: Look at this., show: The table}}
  next:
    - {{asset: other, when: They ask for more.}}
---

# What it costs

## Seven euros

A dispute costs 7 euros in 9% of cases.

| Cause | Share |
| --- | --- |
| Price | 31% |
| Quantity | 24% |
| Rest | 45% |
"""


def test_anything_else_has_a_slide_for_each_step_and_says_what_was_drawn(tmp_path: Path) -> None:
    write(tmp_path, "---\ntitle: Another paper\n---\n\nText.\n", "other.md")
    file = opened(exported(write(tmp_path, PAPER.format(words="In a word.")), name="talk"))
    assert [one.shapes.title.text_frame.text for one in file.slides] == [
        "What it costs", "Seven euros", "What to use next"
    ]  # fmt: skip
    assert words_of(file.slides[0])[1] == "In a word."
    assert words_of(file.slides[1])[1:5] == ["Cause", "Share", "Price", "31%"]
    assert notes_of(file.slides[1]) == [
        "[1:15 · 3 words]", "SAY: Look at this.", "SHOW: The table",
        "The slide shows lines 17–21 of the piece",
    ]  # fmt: skip
    assert notes_of(file.slides[2])[0] == "Another paper: They ask for more."


def test_nothing_internal_is_in_a_deck_for_customers(tmp_path: Path, enablekit: Run) -> None:
    marked = DECK.replace("title: All", "audience: public\nowner: kim\ntitle: All").replace(
        "Some words.", "Some words.\n\n::: internal\nThe floor is 12.\n:::\n\n[x](secret-file.md)"
    )
    write(tmp_path, marked)
    for form in ("pptx", "marp"):
        done = enablekit("export", form, "--audience", "customer", "-o", tmp_path / "out")
        assert done.returncode == 0, done.stderr
    data = (tmp_path / "out/talk.pptx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        whole = b"".join(pack.read(name) for name in pack.namelist())
    whole += (tmp_path / "out/talk.marp.md").read_bytes()
    for secret in ("Welcome them", "Who is new", "floor", "secret-file", "That is all", "kim"):
        assert secret.encode() not in whole
    file = opened(data)
    assert len(file.slides) == 5
    assert foot_of(file.slides[1]) == "Field guide"
    assert notes_of(file.slides[0]) == []


def test_what_must_not_be_used_says_so_on_every_slide(tmp_path: Path) -> None:
    write(tmp_path, DECK.replace("title: All", "status: retired\nbecause: It is old.\ntitle: All"))
    publication = load(tmp_path, now="2026-11-01")
    (data,) = pptx_deck.files(
        Parcel(publication=publication, compiled=publication.compiled)
    ).values()
    slides = opened(data).slides
    assert len(slides) == 5
    for slide in slides:
        assert "Do not use this any more. It is old." in words_of(slide)


def template(*, named: bool = True) -> bytes:
    own = pptx.Presentation()
    own.slide_masters[0].placeholders[0].name = "Brand title"
    for layout in own.slide_layouts:
        if not named:
            layout.name = f"Brand {layout.name}"
    slide = own.slides.add_slide(own.slide_layouts[1])
    slide.shapes.title.text_frame.text = "Words of the template"
    slide.notes_slide.notes_text_frame.text = "Notes of the template"
    saved = io.BytesIO()
    own.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("named", [True, False])
def test_a_projects_own_template_gives_its_layouts_and_loses_its_slides(
    tmp_path: Path, *, named: bool
) -> None:
    data = exported(write(tmp_path, DECK), deck_pptx=template(named=named))
    file = opened(data)
    prefix = "" if named else "Brand "
    assert [one.slide_layout.name for one in file.slides][:3] == [
        f"{prefix}Title Slide", f"{prefix}Title and Content", f"{prefix}Title Only"
    ]  # fmt: skip
    assert file.slide_width == Inches(10)
    assert file.slide_masters[0].placeholders[0].name == "Brand title"
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        names = pack.namelist()
        assert b"of the template" not in b"".join(map(pack.read, names))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == 5
    assert sum(name.startswith("ppt/notesSlides/notesSlide") for name in names) == 2


def test_a_template_that_cannot_be_used_is_named(enablekit: Run, tmp_path: Path) -> None:
    write(tmp_path, DECK)
    (tmp_path / "templates/export").mkdir(parents=True)
    place = tmp_path / "templates/export/deck.pptx"
    place.write_text("no deck")
    done = enablekit("export", "pptx", "talk")
    assert done.returncode == 2
    assert "templates/export/deck.pptx is no PowerPoint presentation" in done.stderr
    bare = pptx.Presentation()
    for layout in list(bare.slide_layouts):
        if layout.name != "Blank":
            bare.slide_layouts.remove(layout)
    bare.save(str(place))
    done = enablekit("export", "pptx", "talk")
    assert done.returncode == 2
    assert "has no layout with a title and room for words" in done.stderr
    assert "Title and Content" in done.stderr


def test_the_accent_of_the_brand_is_in_the_theme_and_readable(tmp_path: Path) -> None:
    write(tmp_path, DECK)
    for accent, expected in (("#7a1fa2", b"7A1FA2"), ("", b"0B5A45")):
        with zipfile.ZipFile(io.BytesIO(exported(tmp_path, accent=accent))) as pack:
            theme = pack.read("ppt/theme/theme1.xml")
        assert b"<a:accent1><a:srgbClr val=" + b'"' + expected + b'"' in theme
    with zipfile.ZipFile(io.BytesIO(exported(tmp_path, accent="#ffee00"))) as pack:
        assert b"FFEE00" not in pack.read("ppt/theme/theme1.xml")


def test_the_same_deck_has_the_same_bytes_and_no_clock(tmp_path: Path) -> None:
    write(tmp_path, DECK)
    one, other = (exported(tmp_path) for _ in range(2))
    assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest()
    with zipfile.ZipFile(io.BytesIO(one)) as pack:
        assert {member.date_time[0] for member in pack.infolist()} == {1980}
        assert not [name for name in pack.namelist() if "thumbnail" in name or "printer" in name]
    about = opened(one).core_properties
    assert about.title == "All there is"
    assert about.author == about.last_modified_by == "enablekit"
    assert f"{about.created:%Y-%m-%d}" == "2026-11-01"


HOSTILE = [
    "</a:t><a:t>x", "=1+1", "<script>x</script>", "&amp; &lt;", "]]>", "_x0041_", "{{ 7*7 }}",
    "${x}", "<!-- x -->", "--> x", "\u202ex", "<br>x", "%s %n", "'; DROP",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(tmp_path: Path, text: str) -> None:
    shown = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    source = f"# x {shown}\n\n---\n\n## y\n\n- x {shown}\n\n"
    source += f"::: notes\nSay x {text} y\n:::\n"
    file = opened(exported(write(tmp_path, f"---\ntype: deck\n---\n\n{source}")))
    assert file.slides[0].shapes.title.text_frame.text == f"x {text}"
    assert words_of(file.slides[1])[1] == f"x {text}"
    assert notes_of(file.slides[1])[1] == f"SAY: Say x {text} y"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40))
def test_any_words_stay_words(tmp_path: Path, text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    write(tmp_path, PAPER.format(words=f"x{quoted}x"))
    asset = load(tmp_path, now="2026-11-01").compiled[0].guide.asset
    assert printable(asset.summary) in words_of(opened(exported(tmp_path)).slides[0])


def test_signs_that_xml_cannot_hold_are_shown_as_lost(tmp_path: Path) -> None:
    write(tmp_path, "---\ntype: deck\n---\n\n# a\x0bb\n\n::: notes\nc\x1bd\ufffe\n:::\n")
    slide = opened(exported(tmp_path)).slides[0]
    assert slide.shapes.title.text_frame.text == "a\ufffdb"
    assert notes_of(slide)[1] == "SAY: c\ufffdd\ufffd"


def test_without_the_package_the_command_that_installs_it_is_said(tmp_path: Path) -> None:
    write(tmp_path, DECK)
    code = "import sys; sys.modules['pptx'] = None; from enablekit.cli import run; sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", code, "export", "pptx", "talk"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert 'python -m pip install "enablekit[pptx]"' in done.stderr


@needs_office
def test_libreoffice_shows_every_slide_with_all_its_words(
    enablekit: Run, checkout: Path, tmp_path: Path
) -> None:
    here = checkout / "examples/meridian"
    asked = ("first-meeting-deck", "cost-of-disputes", "einseiter-match")
    done = enablekit(
        "export", "pptx", *asked, "-C", here, "--now", "2026-11-01", "-o", tmp_path / "out"
    )
    assert done.returncode == 0, done.stderr
    assert OFFICE is not None
    files = sorted((tmp_path / "out").glob("*.pptx"))
    assert len(files) == 3
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path / "pdf", *files],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for file in files:
        pages = subprocess.run(
            ["pdftotext", "-layout", tmp_path / "pdf" / f"{file.stem}.pdf", "-"],
            check=True, capture_output=True,
        ).stdout.decode().split("\f")[:-1]  # fmt: skip
        slides = opened(file.read_bytes()).slides
        assert len(pages) == len(slides)
        for slide, page in zip(slides, pages, strict=True):
            shown = set(re.findall(r"\w+", page))
            for said in words_of(slide):
                assert set(re.findall(r"\w+", said)) <= shown, said
