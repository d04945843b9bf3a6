from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_reading import facts, needs_poppler, run_together, text
from PIL import Image

from enablekit.adapters import typesetter
from enablekit.encoding.colour import is_readable, nearest_readable
from enablekit.errors import UsageError, WorldError
from enablekit.exporters import pdf_one_page
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Publication
from enablekit.packing.edition import Edition
from enablekit.packing.one_page import one_page
from enablekit.packing.page_words import page_words
from enablekit.packing.paper import GROUNDS, paper
from enablekit.packing.set_page import TooLongError
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = Path(__file__).parents[2] / "examples/meridian"


@pytest.fixture(scope="module")
def example() -> Publication:
    return load(EXAMPLE, now="2026-11-01")


def parcel(publication: Publication, **more: Any) -> Parcel:  # noqa: ANN401 - any of its fields
    return Parcel(
        publication=publication,
        compiled=publication.compiled,
        typeset=typesetter.PageSetter(),
        **more,
    )


def piece(folder: Path, guidance: object, **front: object) -> Publication:
    """Return a project of one piece; JSON is YAML, so any words can be written."""
    matter = {"title": "What it costs", **front, "enablement": guidance}
    lines = (f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in matter.items())
    (folder / "paper.md").write_text(
        "---\n{}\n---\n\n# Title\n\nText.\n".format("\n".join(lines)), "utf-8"
    )
    return load(folder, now="2026-11-01")


def set_one(folder: Path, publication: Publication, **more: object) -> Path:
    file = folder / "set.pdf"
    file.write_bytes(pdf_one_page.files(parcel(publication, **more))["paper.pdf"])
    return file


@needs_poppler
def test_every_one_pager_of_the_example_is_one_tagged_page(
    example: Publication, tmp_path: Path
) -> None:
    made = pdf_one_page.files(parcel(example))
    assert len(made) == len(example.compiled)
    for one in example.compiled:
        file = tmp_path / f"{one.guide.asset.id}.pdf"
        file.write_bytes(made[file.name])
        said = facts(file)
        assert (said["Pages"], said["Tagged"]) == ("1", "yes")
        assert said["Title"] == one.guide.asset.title
        assert said["Author"] == "Meridian field guide"
        assert b"/Lang(en)" in made[file.name]
        assert b"pdfuaid:part>1<" in made[file.name]


@needs_poppler
def test_a_page_holds_the_words_that_were_put_on_it(example: Publication, tmp_path: Path) -> None:
    made = pdf_one_page.files(parcel(example))
    for one in example.compiled:
        file = tmp_path / "page.pdf"
        file.write_bytes(made[f"{one.guide.asset.id}.pdf"])
        shown = run_together(text(file))
        page = one_page(Edition(compiled=one, publication=example))
        words = [one.guide.asset.title, page.lead, *(said for _, said in page.brief)]
        columns = (each for part in (*page.left, *page.right) for each in part.entries)
        words += [each for entry in columns for each in (entry.label, entry.text, entry.note)]
        for said in words:
            assert run_together(said) in shown


WORD = "abcdefghij "


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=4),
    st.lists(st.integers(1, 120), min_size=1, max_size=4),
    st.integers(1, 40),
)
def test_a_page_is_one_page_or_its_longest_text_is_named(
    tmp_path: Path, known: list[int], claims: list[int], title: int
) -> None:
    publication = piece(
        tmp_path,
        {
            "must_know": [
                {"id": f"k{n}", "statement": WORD * many} for n, many in enumerate(known)
            ],
            "proof_points": [{"claim": WORD * many, "scope": WORD} for many in claims],
        },
        title=(WORD * title).strip(),
    )
    assert outcome(publication) in {"1 page", "1 asset will not fit on a page: paper"}


def outcome(publication: Publication) -> str:
    """Return how many pages a one-pager has, or the beginning of why there is none."""
    try:
        made = pdf_one_page.files(parcel(publication))["paper.pdf"]
    except TooLongError as error:
        said = str(error)
        return said.partition(" (")[0] if said.endswith("characters)") else said
    return "1 page" if b"/Type/Pages/Count 1/" in made else "several pages"


def test_type_is_smaller_before_a_page_is_refused(tmp_path: Path) -> None:
    asked: list[float] = []

    def watched(name: str, data: Any, size: float) -> Any:  # noqa: ANN401 - passed on as it is
        asked.append(size)
        return typesetter.PageSetter()(name, data, size)

    publication = piece(tmp_path, {"must_know": [{"id": "k", "statement": WORD * 250}]})
    pdf_one_page.files(
        Parcel(publication=publication, compiled=publication.compiled, typeset=watched)
    )
    assert len(asked) > 1
    assert asked == sorted(asked, reverse=True)


def test_what_is_too_long_is_named_by_its_field(tmp_path: Path) -> None:
    answer = "It pays for itself. " * 400
    publication = piece(
        tmp_path, {"objections": [{"they_say": "It costs too much.", "respond": answer}]}
    )
    with pytest.raises(TooLongError) as caught:
        pdf_one_page.files(parcel(publication))
    assert "the answer to “It costs too much.” has 7,999 characters" in str(caught.value)


HOSTILE = st.text(
    st.sampled_from('ab 1.)#*_-+=~`<>&[]()!|:\\"\'/$^{}@%,;\n\té'), min_size=1, max_size=50
) | st.sampled_from(
    ['#panic("x")', "$5 and $6", "@x", "\\", "\\u{41}", "*bold* _it_", "= Title", "/* */ //",
     "#sys.inputs", "]#[", "<label>", "```typ\n#panic()\n```", "- a\n+ b\n/ c: d", "a~b--c---d..."]
)  # fmt: skip


@needs_poppler
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(HOSTILE)
def test_any_words_stay_words(tmp_path: Path, words: str) -> None:
    publication = piece(
        tmp_path,
        {
            "tldr": f"x{words}x",
            "questions": [{"ask": f"x{words}x"}],
            "objections": [{"they_say": f"x{words}x", "respond": f"y{words}y"}],
        },
        title=f"x{words}x",
    )
    guidance = publication.compiled[0].guide.asset.guidance
    assert guidance.tldr is not None
    shown = run_together(text(set_one(tmp_path, publication)))
    for said in (guidance.tldr.text, guidance.objections[0].respond, guidance.questions[0].ask):
        assert run_together(page_words(said)) in shown


@given(st.text(st.characters(categories=["Cc", "Cs", "Cn", "Lu", "Zs", "Zl", "Zp"])))
def test_what_cannot_be_seen_is_left_out_and_nothing_else(words: str) -> None:
    kept = page_words(words)
    assert not any(ord(one) < 32 and one != "\n" for one in kept)
    assert not any(0xD800 <= ord(one) <= 0xDFFF or ord(one) & 0xFFFE == 0xFFFE for one in kept)
    assert [one for one in kept if one.isupper()] == [one for one in words if one.isupper()]


def test_control_characters_do_not_stop_a_page(tmp_path: Path) -> None:
    data = {**paper(piece(tmp_path, {"tldr": "x"})), "title": "a\x00b\x07c\x1b[31m\ud800"}
    empty = {
        "kind": "",
        "notice": "",
        "trust": "",
        "lead": "",
        "brief": [],
        "left": [],
        "right": [],
    }
    own = {"lang": "en", "rtl": False}
    assert typesetter.PageSetter()("one_page", {**data, **empty, "own": own}, 10.0).pages == 1


def test_the_same_page_has_the_same_bytes(example: Publication) -> None:
    some = example.compiled[:3]
    one, other = (
        pdf_one_page.files(
            Parcel(publication=example, compiled=some, typeset=typesetter.PageSetter())
        )
        for _ in range(2)
    )
    assert one == other
    assert all(b"D:20261101000000" in data for data in one.values())


def test_bytes_are_the_same_in_another_process(
    enablekit: Run, example: Publication, tmp_path: Path
) -> None:
    asked = ("export", "pdf", "case-hallmann", "-C", EXAMPLE, "--now", "2026-11-01")
    assert enablekit(*asked, "-o", tmp_path / "out").returncode == 0
    here = pdf_one_page.files(parcel(example))["case-hallmann.pdf"]
    assert (tmp_path / "out/case-hallmann.pdf").read_bytes() == here


def image(kind: str) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (60, 20), "#803010").save(drawn, kind)
    return drawn.getvalue()


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3"/></svg>'
)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "svg"])
def test_a_logo_stands_on_the_page_with_a_text_instead_of_it(tmp_path: Path, kind: str) -> None:
    publication = piece(tmp_path, {"tldr": "x"})
    logo = SVG if kind == "svg" else image(kind)
    without = set_one(tmp_path, publication).read_bytes()
    shown = set_one(tmp_path, publication, logo=logo).read_bytes()
    assert b"/Figure" not in without
    assert b"/S/Figure" in shown
    assert b"/Alt(" in shown


def test_a_logo_that_is_no_image_is_named(tmp_path: Path) -> None:
    publication = piece(tmp_path, {"tldr": "x"})
    with pytest.raises(UsageError, match="the logo of the project cannot be set on a page"):
        set_one(tmp_path, publication, logo=b"no image")


def test_a_logo_cannot_read_files(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(image("png"))
    pointing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><image width="9" height="3" href="{tmp_path}/secret.png"/></svg>'  # noqa: E501 - one element
    publication = piece(tmp_path, {"tldr": "x"})
    with pytest.raises(UsageError, match="absolute paths are not allowed"):
        set_one(tmp_path, publication, logo=pointing.encode())
    held = base64.b64encode(image("png")).decode()
    inside = pointing.replace(f"{tmp_path}/secret.png", f"data:image/png;base64,{held}")
    assert b"/Subtype/Image" in set_one(tmp_path, publication, logo=inside.encode()).read_bytes()


@given(st.integers(0, 0xFFFFFF))
def test_any_brand_colour_can_be_read_on_paper(number: int) -> None:
    assert is_readable(nearest_readable(f"#{number:06x}", GROUNDS), GROUNDS)


def test_a_pale_brand_colour_is_darkened_on_the_page(example: Publication) -> None:
    assert paper(example, accent="#ffee00")["accent"] != "#ffee00"
    assert is_readable(paper(example, accent="#ffee00")["accent"], GROUNDS)
    assert paper(example, accent="#0a5b4b")["accent"] == "#0a5b4b"


def families() -> Sequence[str]:
    import typst

    found: list[str] = typst.Fonts(include_system_fonts=True).families()
    return found


@needs_poppler
def test_arabic_is_set_with_a_typeface_of_the_computer(tmp_path: Path) -> None:
    if "Noto Sans Arabic" not in families():
        pytest.skip("There is no Arabic typeface here")
    publication = piece(
        tmp_path, {"tldr": "ورقة من عشر دقائق"}, title="تكلفة الفاتورة", language="ar"
    )
    file = set_one(tmp_path, publication)
    fonts = subprocess.run(["pdffonts", file], check=True, capture_output=True, encoding="utf-8")
    assert "NotoSansArabic" in fonts.stdout
    assert facts(file)["Pages"] == "1"


def test_a_sign_that_no_typeface_has_is_named(tmp_path: Path) -> None:
    publication = piece(tmp_path, {"tldr": "x"}, title="Lost \U00050000 sign")
    with pytest.raises(
        WorldError, match=r"cannot be set: no typeface on this computer has U\+50000$"
    ):
        set_one(tmp_path, publication)


@needs_poppler
def test_pictographs_that_no_typeface_has_are_left_out_and_named(tmp_path: Path) -> None:
    sign = "\U0001f9ff"  # which only typefaces with pictographs have
    having = subprocess.run(["fc-list", ":charset=1f9ff"], check=True, capture_output=True)
    if having.stdout:
        pytest.skip("a typeface of this computer has it")
    publication = piece(tmp_path, {"tldr": f"One {sign} two {sign}\ufe0f, three"}, title=sign)
    setter = typesetter.PageSetter()
    some = Parcel(publication=publication, compiled=publication.compiled, typeset=setter)
    file = tmp_path / "set.pdf"
    file.write_bytes(pdf_one_page.files(some)["paper.pdf"])
    assert "[nazar amulet]" in text(file)
    assert "One two, three" in text(file)
    assert setter.left_out == {sign: sign}


def test_what_our_typeface_has_needs_none_of_the_computer(tmp_path: Path) -> None:
    words = "Grüße, ążğ, Ελλάδα, Привет – “quoted”, ½, €5, ✓ → ≠ × …"
    file = set_one(tmp_path, piece(tmp_path, {"tldr": words}))
    names = {one for one in file.read_bytes().split() if b"+" in one and b"/" in one}
    assert all(b"SourceSans3" in one or b"Libertinus" in one for one in names if b"FontName" in one)


@needs_poppler
def test_what_is_out_of_use_is_set_only_when_forced_and_says_so(
    enablekit: Run, tmp_path: Path
) -> None:
    asked = ("export", "pdf", "disputes-2023", "-C", EXAMPLE, "--now", "2026-11-01")
    refused = enablekit(*asked, "-o", tmp_path / "out")
    assert refused.returncode == 2
    assert "is out of use" in refused.stderr
    assert enablekit(*asked, "--force", "-o", tmp_path / "out").returncode == 0
    assert "Do not use this any more." in text(tmp_path / "out/disputes-2023.pdf")


def test_without_the_package_the_command_that_installs_it_is_said(tmp_path: Path) -> None:
    piece(tmp_path, {"tldr": "x"})
    code = "import sys; sys.modules['typst'] = None; from enablekit.cli import run; sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", code, "export", "pdf", "paper"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert 'python -m pip install "enablekit[pdf]"' in done.stderr
