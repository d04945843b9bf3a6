from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_reading import facts, needs_poppler, run_together, text
from PIL import Image
from pptx.util import Inches
from sample_pictures import drawn, hostile, shade, turned

from enablekit.adapters import typesetter
from enablekit.adapters.picture_files import PictureFiles
from enablekit.exporters import handout, pptx_deck
from enablekit.model.parcel import Parcel
from enablekit.model.picture import Picture
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    (OFFICE is None or shutil.which("pdfimages") is None) and not os.environ.get("CI"),
    reason="LibreOffice or Poppler is not installed",
)

DECK = """\
---
id: talk
type: deck
title: Disputes
audience: customer
---

# Disputes

One year

---

## Fewer of them

- Prices are checked before
- Delivery notes go with the invoice

![Dispute rate, falling from 9% to 3%](img/rate.png "Survey, 2026")

---

## Only pictures

![A photograph](/photo.jpg) ![](moving.gif){width=50%}

---

## On the web

![A map](https://example.org/map.png)
"""


def project(folder: Path, deck: str = DECK) -> Path:
    for name, data in {
        "content/talk.md": deck.encode(),
        "content/img/rate.png": drawn("PNG", (600, 400)),
        "content/moving.gif": drawn("GIF", (90, 30)),
        "static/photo.jpg": turned(6, (400, 300)),
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def exported(enablekit: Run, folder: Path, *more: str, name: str = "talk") -> bytes:
    done = enablekit("export", "pptx", name, "-o", folder / "out", *more)
    assert done.returncode == 0, done.stderr
    return (folder / f"out/{name}.pptx").read_bytes()


def slides_of(data: bytes) -> Sequence[Any]:
    return list(pptx.Presentation(io.BytesIO(data)).slides)


def pictures_on(slide: Any) -> list[Any]:  # noqa: ANN401 - python-pptx says no more of its shapes
    return [one for one in slide.shapes if one.shape_type is not None and hasattr(one, "image")]


def about(shape: Any) -> Any:  # noqa: ANN401 - as above
    return shape._element.nvPicPr.cNvPr  # noqa: SLF001 - a description has no public way


def words_on(slide: Any) -> str:  # noqa: ANN401 - as above
    return "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)


def test_pictures_stand_on_their_slides_with_their_words(tmp_path: Path, enablekit: Run) -> None:
    slides = slides_of(exported(enablekit, project(tmp_path)))
    assert [len(pictures_on(one)) for one in slides] == [0, 1, 2, 0]
    (rate,) = pictures_on(slides[1])
    assert about(rate).get("descr") == "Dispute rate, falling from 9% to 3%"
    assert "rate.png" not in about(rate).get("name")
    assert rate.image.size == (600, 400)
    assert rate.width / rate.height == pytest.approx(1.5, rel=0.001)
    assert "Figure" not in words_on(slides[1])
    assert "Survey, 2026" in words_on(slides[1])
    assert "{width" not in words_on(slides[2])


def test_an_ornament_is_marked_as_one_and_a_photograph_is_turned(
    tmp_path: Path, enablekit: Run
) -> None:
    photo, ornament = pictures_on(slides_of(exported(enablekit, project(tmp_path)))[2])
    assert about(photo).get("descr") == "A photograph"
    assert photo.rotation == 90
    assert photo.width / photo.height == pytest.approx(4 / 3, rel=0.001)
    assert about(ornament).get("descr") == ""
    assert b"decorative" in about(ornament).xml.encode()
    assert b"decorative" not in about(photo).xml.encode()


def test_a_picture_on_the_web_stays_words_that_lead_there(tmp_path: Path, enablekit: Run) -> None:
    done = enablekit("export", "pptx", "-o", project(tmp_path) / "out", "--json")
    slide = slides_of((tmp_path / "out/talk.pptx").read_bytes())[3]
    (words,) = (
        run for shape in slide.shapes if shape.has_text_frame
        for line in shape.text_frame.paragraphs for run in line.runs if "map" in run.text
    )  # fmt: skip
    assert words.text == "[Figure: A map]"
    assert words.hyperlink.address == "https://example.org/map.png"
    (left,) = json.loads(done.stdout)["pictures_left_out"]
    assert left["file"] == "content/talk.md"
    assert "example.org/map.png is not shown: it is on the web" in left["why"]


def template(width: float, height: float) -> bytes:
    own = pptx.Presentation()
    own.slide_width, own.slide_height = Inches(width), Inches(height)
    body = own.slide_layouts[1].placeholders[1]
    body.left, body.top = Inches(1), Inches(2)
    body.width, body.height = Inches(width - 3), Inches(height - 4)
    saved = io.BytesIO()
    own.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(("width", "height"), [(10, 7.5), (13.3, 7.5), (7.5, 10), (16, 6)])
def test_pictures_stand_in_the_body_of_a_template_and_not_on_words(
    tmp_path: Path, enablekit: Run, width: float, height: float
) -> None:
    (project(tmp_path) / "templates/export").mkdir(parents=True)
    (tmp_path / "templates/export/deck.pptx").write_bytes(template(width, height))
    slides = slides_of(exported(enablekit, tmp_path))
    edges = Inches(1), Inches(2), Inches(width - 2), Inches(height - 2)
    for slide in slides[1:3]:
        placed = [box(one) for one in pictures_on(slide)]
        words = [box(one) for one in slide.placeholders if one.placeholder_format.idx == 1]
        for left, top, right, bottom in placed:
            assert left >= edges[0] - 9
            assert top >= edges[1] - 9
            assert right <= edges[2] + 9
            assert bottom <= edges[3] + 9
            assert right - left > Inches(0.5)
        both = [*placed, *words]
        for number, one in enumerate(both):
            assert not any(overlap(one, other) for other in both[number + 1 :])


def box(shape: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - as above
    """Return the edges of a shape as it is seen."""
    wide, high = shape.width, shape.height
    if getattr(shape, "rotation", 0) in {90, 270}:
        wide, high = high, wide
    x, y = shape.left + shape.width / 2, shape.top + shape.height / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[2] - 9 and other[0] < one[2] - 9
        and one[1] < other[3] - 9 and other[1] < one[3] - 9
    )  # fmt: skip


def test_the_same_pictures_have_the_same_bytes_in_any_folder_and_zone(
    tmp_path: Path, enablekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sums = set()
    for name, zone in (("one", "Asia/Tokyo"), ("another/place", "America/Lima")):
        monkeypatch.setenv("TZ", zone)
        here = tmp_path / name
        here.mkdir(parents=True)
        order = ["b", "a"] if name == "one" else ["a", "b"]
        for letter in order:
            (here / f"{letter}.png").write_bytes(shade(ord(letter)))
        deck = "---\ntype: deck\n---\n\n# T\n\n![A](a.png) ![B](b.png) ![Again](a.png)\n"
        (here / "talk.md").write_text(deck, "utf-8")
        for form in ("pptx", "handout"):
            done = enablekit("export", form, "-C", here, "-o", here / "out", "--now", "2026-11-01")
            assert done.returncode == 0, done.stderr
        files = sorted((here / "out").iterdir())
        assert len(files) == 2
        sums.add(tuple(hashlib.sha256(one.read_bytes()).hexdigest() for one in files))
        with zipfile.ZipFile(here / "out/talk.pptx") as pack:
            media = [one for one in pack.namelist() if "/media/" in one]
        assert len(media) == 2  # one that is shown twice is there once
    assert len(sums) == 1


def is_in(data: bytes, folder: Path, red: int) -> bool:
    """Tell whether a picture of one colour is in a presentation."""
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        media = [pack.read(one) for one in pack.namelist() if "/media/" in one]
    folder.mkdir(exist_ok=True)
    (folder / "all.bin").write_bytes(b"".join(media))
    colours = {Image.open(io.BytesIO(one)).convert("RGB").getpixel((0, 0)) for one in media}
    return (red, 0, 7) in colours


INTERNAL = """\
---
title: Paper
audience: customer
enablement:
  presenting:
    - {at: "#open", say: Look., show: A figure of our prices, audience: customer}
    - {at: "#shut", say: Look here., show: A figure of our margin}
---

# Paper

## Open

![A figure of our prices](prices.png)

::: internal
![A figure of our costs](costs.png)
:::

## Shut

::: internal
![A figure of our margin](margin.png)
:::

![A figure kept apart](apart.png)
"""


@pytest.mark.parametrize("kind", ["paper", "deck"])
def test_what_is_internal_brings_no_picture_to_customers(
    tmp_path: Path, enablekit: Run, kind: str
) -> None:
    shades = {"prices": 11, "costs": 22, "margin": 33, "apart": 44, "secret": 55}
    for name, red in shades.items():
        (tmp_path / f"{name}.png").write_bytes(shade(red))
    (tmp_path / "apart.enable.yaml").write_text("title: Apart\naudience: internal\n", "utf-8")
    kept = "---\ntype: deck\naudience: internal\n---\n\n# S\n\n![A secret](secret.png)\n"
    (tmp_path / "secret.md").write_text(kept, "utf-8")
    written = INTERNAL
    if kind == "deck":
        written = "---\ntype: deck\naudience: customer" + INTERNAL.partition("customer")[2]
        written = re.sub(r"\n## ", "\n---\n\n## ", written)
    (tmp_path / "talk.md").write_text(written, "utf-8")
    seen = {}
    for audience in ("customer", "internal"):
        done = enablekit("export", "pptx", "--audience", audience, "-o", tmp_path / audience)
        assert done.returncode == 0, done.stderr
        decks = [one.read_bytes() for one in (tmp_path / audience).glob("*.pptx")]
        seen[audience] = {
            name for name, red in shades.items()
            if any(is_in(data, tmp_path / "bin", red) for data in decks)
        }  # fmt: skip
        if audience == "customer":
            assert "talk.md: the picture apart.png is not shown" in done.stderr or kind == "paper"
            whole = b"".join(decks)
            assert b"secret" not in whole
    assert seen["customer"] == {"prices"}
    assert seen["internal"] >= {"prices", "secret"}
    if kind == "deck":
        assert seen["internal"] == set(shades)


def test_a_cue_that_names_a_figure_shows_it(tmp_path: Path, enablekit: Run) -> None:
    (tmp_path / "prices.png").write_bytes(shade(300))
    (tmp_path / "talk.md").write_text(INTERNAL, "utf-8")
    slides = slides_of(exported(enablekit, tmp_path))
    assert [len(pictures_on(one)) for one in slides][:2] == [0, 1]
    assert about(pictures_on(slides[1])[0]).get("descr") == "A figure of our prices"


@pytest.mark.parametrize("form", ["pptx", "handout"])
def test_broken_and_hostile_pictures_stay_words_and_are_named(
    tmp_path: Path, enablekit: Run, form: str
) -> None:
    table = hostile()
    shown = "\n\n".join(f"![Alt of {name}](<{name}>)" for name in table)
    (tmp_path / "talk.md").write_text(f"---\ntype: deck\n---\n\n# T\n\n{shown}\n", "utf-8")
    for name, (data, _) in table.items():
        (tmp_path / name).write_bytes(data)
    done = enablekit("export", form, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    for name, (_, said) in table.items():
        (line,) = (one for one in done.stderr.splitlines() if f"picture {name} is" in one)
        assert said in line
    if form == "pptx":
        (slide,) = slides_of((tmp_path / "out/talk.pptx").read_bytes())
        assert not pictures_on(slide)
        assert all(f"[Figure: Alt of {name}]" in words_on(slide) for name in table)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.integers(1, 900), st.integers(1, 900)), min_size=1, max_size=5),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=300),
)
def test_pictures_of_any_shape_keep_it_and_stand_on_the_slide(
    tmp_path: Path, sizes: list[tuple[int, int]], words: str
) -> None:
    shown = []
    for number, size in enumerate(sizes):
        (tmp_path / f"{number}.png").write_bytes(drawn("PNG", size))
        shown.append(f"![Alt {number}]({number}.png)")
    said = re.sub(r"([^\w\s])", r"\\\1", " ".join(words.split()))
    lines = ["---", "type: deck", "---", "", "## T", "", f"x {said}", "", *shown, ""]
    (tmp_path / "talk.md").write_text("\n".join(lines), "utf-8")
    publication = load(tmp_path, now="2026-11-01")
    parcel = Parcel(
        publication=publication, compiled=publication.compiled, picture=PictureFiles(tmp_path, [])
    )
    (slide,) = slides_of(pptx_deck.files(parcel)["talk.pptx"])
    placed = pictures_on(slide)
    assert [about(one).get("descr") for one in placed] == [f"Alt {n}" for n in range(len(sizes))]
    for one, (width, height) in zip(placed, sizes, strict=True):
        left, top, right, bottom = box(one)
        assert 0 <= left < right <= Inches(13.34)
        assert 0 <= top < bottom <= Inches(7.5)
        # A side is whole in EMU, of which an inch has 914,400.
        assert abs(one.width * height - one.height * width) <= 2 * max(width, height)


@needs_office
def test_libreoffice_shows_the_pictures(tmp_path: Path, enablekit: Run) -> None:
    exported(enablekit, project(tmp_path))
    assert OFFICE is not None
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path / "pdf", tmp_path / "out/talk.pptx"],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    found = images_in(tmp_path / "pdf/talk.pdf")
    assert {(2, 600, 400), (3, 90, 30)} <= set(found)
    (photo,) = (one for one in found if one[0] == 3 and one != (3, 90, 30))
    assert photo[1] / photo[2] == pytest.approx(3 / 4, rel=0.02)  # LibreOffice turns its pixels


def images_in(file: Path) -> list[tuple[int, int, int]]:
    """Return the page and the size in pixels of each picture of a PDF."""
    listed = subprocess.run(
        ["pdfimages", "-list", file], check=True, capture_output=True, text=True, timeout=60
    ).stdout.splitlines()[2:]
    rows = [line.split() for line in listed]
    return [(int(row[0]), int(row[3]), int(row[4])) for row in rows if row[2] == "image"]


@needs_poppler
def test_what_those_who_write_the_files_refuse_stays_words(tmp_path: Path) -> None:
    deck = "---\ntype: deck\n---\n\n# T\n\n![A broken one](a.png)\n\n![A sound one](b.png)\n"
    (tmp_path / "talk.md").write_text(deck, "utf-8")
    broken = Picture(data=b"GIF89a, and no more", kind="gif", width=9, height=9)
    sound = Picture(data=drawn(), kind="png", width=60, height=40)
    publication = load(tmp_path, now="2026-11-01")
    parcel = Parcel(
        publication=publication, compiled=publication.compiled, typeset=typesetter.PageSetter(),
        picture=lambda _, address: broken if address == "a.png" else sound,
    )  # fmt: skip
    (slide,) = slides_of(pptx_deck.files(parcel)["talk.pptx"])
    assert "[Figure: A broken one]" in words_on(slide)
    assert [about(one).get("descr") for one in pictures_on(slide)] == ["A sound one"]
    file = tmp_path / "talk.pdf"
    file.write_bytes(handout.files(parcel)["talk.handout.pdf"])
    assert [size for _, *size in images_in(file)] == [[60, 40]]
    assert "Abrokenone" in run_together(text(file))


@needs_poppler
@pytest.mark.parametrize(
    ("audience", "sizes"), [("customer", [(30, 20)]), ("internal", [(30, 20), (44, 33)])]
)
def test_a_hand_out_for_customers_has_no_internal_picture(
    tmp_path: Path, enablekit: Run, audience: str, sizes: list[tuple[int, int]]
) -> None:
    (tmp_path / "prices.png").write_bytes(drawn("PNG", (30, 20)))
    (tmp_path / "margin.png").write_bytes(drawn("PNG", (44, 33)))
    (tmp_path / "talk.md").write_text(INTERNAL, "utf-8")
    done = enablekit("export", "handout", "--audience", audience, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    found = images_in(tmp_path / "out/talk.handout.pdf")
    assert [(width, height) for _, width, height in found] == sizes


@needs_poppler
def test_a_hand_out_shows_the_pictures_for_everybody(tmp_path: Path, enablekit: Run) -> None:
    done = enablekit("export", "handout", "talk", "-o", project(tmp_path) / "out")
    assert done.returncode == 0, done.stderr
    file = tmp_path / "out/talk.handout.pdf"
    assert sorted((width, height) for _, width, height in images_in(file)) == [
        (90, 30), (400, 300), (600, 400)
    ]  # fmt: skip
    assert facts(file)["Tagged"] == "yes"
    tree = subprocess.run(
        ["pdfinfo", "-struct", file], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    assert tree.count("Figure") == 2  # the ornament is none
    data = file.read_bytes()
    assert b"pdfuaid" in data
    assert b"Dispute rate, falling from 9% to 3%" in data
    shown = run_together(text(file))
    assert "Survey,2026" in shown
    assert "Amaphttps://example.org/map.png" in shown
