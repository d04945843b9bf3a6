"""Pages are as large as the project's paper, or the paper the command names."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_reading import facts, needs_poppler

from enablekit.adapters import typesetter
from enablekit.exporters import handout, pdf_one_page, print_pack
from enablekit.model.paper_size import PAPERS, PaperSize
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Publication
from enablekit.packing.set_page import TooLongError
from enablekit.parsing import project_file
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = Path(__file__).parents[2] / "examples/meridian"
POINTS = {"a4": "595.276 x 841.89 pts (A4)", "letter": "612 x 792 pts (letter)"}


@pytest.fixture(scope="module")
def example() -> Publication:
    return load(EXAMPLE, now="2026-11-01")


def parcel(example: Publication, paper: PaperSize) -> Parcel:
    return Parcel(
        publication=example,
        compiled=tuple(one for one in example.compiled if not print_pack.lacks(one)),
        typeset=typesetter.PageSetter(),
        paper=paper,
    )


@needs_poppler
@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_every_page_of_every_pdf_has_the_size_of_the_paper(
    example: Publication, tmp_path: Path, paper: PaperSize
) -> None:
    pages = parcel(example, paper)
    shown = tuple(one for one in pages.compiled if not handout.lacks(one))[:3]
    some = Parcel(publication=example, compiled=shown, typeset=typesetter.PageSetter(), paper=paper)
    one_pagers = pdf_one_page.files(pages)
    assert len(one_pagers) == len(pages.compiled)
    for name, data in {**one_pagers, **handout.files(some), **print_pack.files(pages)}.items():
        file = tmp_path / Path(name).name
        file.write_bytes(data)
        said = facts(file)
        assert said["Page size"] == POINTS[paper.word], name
        if name in one_pagers:
            assert said["Pages"] == "1"


@needs_poppler
def test_the_project_says_which_paper_and_the_command_something_else(
    enablekit: Run, tmp_path: Path
) -> None:
    (tmp_path / "paper.md").write_text("---\ntitle: Paper\nenablement: {tldr: x}\n---\n\nText.\n")
    (tmp_path / "enablekit.yaml").write_text("paper: Letter\n")
    asked = ("export", "pdf", "paper", "--now", "2026-11-01", "-o", "out")
    for more, size in (((), "letter"), (("--paper", "A4"), "a4")):
        done = enablekit(*asked, *more)
        assert done.returncode == 0, done.stderr
        assert facts(tmp_path / "out/paper.pdf")["Page size"] == POINTS[size]


@pytest.mark.parametrize(
    ("word", "fix"), [("lettr", "Did you mean `letter`?"), ("a5", "Known: a4, letter")]
)
def test_paper_that_nobody_knows_is_found_in_its_place(word: str, fix: str) -> None:
    config, [finding] = project_file.read("enablekit.yaml", f"name: Us\npaper: {word}\n".encode())
    assert config.paper is PaperSize.A4
    assert (finding.code, finding.span.line, finding.span.column) == ("EK901", 2, 8)
    assert finding.message == f"`{word}` is not a size of paper"
    assert finding.help == fix


def test_paper_is_a4_unless_somebody_says_otherwise() -> None:
    assert project_file.read("enablekit.yaml", b"name: Us\n")[0].paper is PaperSize.A4
    assert project_file.read("enablekit.yaml", b"paper:\n") == project_file.read(
        "enablekit.yaml", b"\n"
    )
    assert project_file.read("enablekit.yaml", b"paper: LETTER\n")[0].paper is PaperSize.LETTER


def test_a_command_with_other_paper_names_the_nearest(enablekit: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("---\ntitle: Paper\n---\n\nText.\n")
    done = enablekit("export", "pdf", "paper", "--paper", "leter")
    assert done.returncode == 2
    assert "error: `leter` is not a size of paper" in done.stderr
    assert "Did you mean `letter`?" in done.stderr


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_page_is_one_page_or_its_longest_text_is_named(tmp_path: Path, paper: PaperSize) -> None:
    outcomes = {
        outcome(tmp_path, "It costs less than it saves. " * many, paper)
        for many in (1, 60, 100, 140, 180, 220, 500)
    }
    assert outcomes == {"1 page", "1 asset will not fit on a page: paper"}


def outcome(folder: Path, told: str, paper: PaperSize) -> str:
    """Return how many pages a page has, or the beginning of why there is none."""
    known = f"{{tldr: x, must_know: [{{id: k, statement: {told}}}]}}"
    (folder / "paper.md").write_text(f"---\ntitle: Paper\nenablement: {known}\n---\n\nText.\n")
    publication = load(folder, now="2026-11-01")
    pages = Parcel(
        publication=publication,
        compiled=publication.compiled,
        typeset=typesetter.PageSetter(),
        paper=paper,
    )
    try:
        made = pdf_one_page.files(pages)["paper.pdf"]
    except TooLongError as error:
        return str(error).partition(" (what everyone must know")[0]
    return "1 page" if b"/Type/Pages/Count 1/" in made else "several pages"
