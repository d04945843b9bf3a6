from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from enablekit.adapters import search_index
from enablekit.config.project import Config
from enablekit.model.search import SearchRecord
from enablekit.model.source import SourceFile
from enablekit.parsing.asset import parse
from enablekit.usecases.build import Request, build
from enablekit.usecases.built import Built
from enablekit.usecases.remembered import still_right

PAPER = "---\ntitle: Day 3: Branching\n---\n", "# Costs\n\nA dispute costs 14 days on average.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "broken.md").write_text(PAPER[0], encoding="utf-8")
    (root / "costs.md").write_text(PAPER[1], encoding="utf-8")
    return root


def built(root: Path, **wanted: object) -> Built:
    request = Request(start=root, output=Path("site"), now="2026-11-01")
    return build(dataclasses.replace(request, **wanted))  # type: ignore[arg-type] # as the tests say


def site(root: Path) -> dict[str, bytes]:
    folder = root / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def from_scratch(root: Path) -> dict[str, bytes]:
    copy = root.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy)
    shutil.rmtree(copy / "site")
    built(copy)
    return site(copy)


def test_a_remembered_build_says_what_the_first_one_said(project: Path) -> None:
    first = built(project)
    again = built(project)

    assert again.replaced.added == again.replaced.changed == ()
    assert dataclasses.replace(again, replaced=first.replaced) == first
    assert [one.code for one in again.findings] == ["EK101"]
    assert again.left_out == ("broken.md",)


def test_nothing_is_read_back_when_nothing_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(project)
    # Whatever would compile again would meet this and fail.
    monkeypatch.setattr("enablekit.usecases.share.parse", None)

    assert built(project).assets == ("costs",)


def test_only_what_changed_is_read_and_compiled_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything a note can hold is in these assets: a class it may not load would undo it."""
    lines = "must_know:\n    - id: mk-1\n      statement: A dispute costs 14 days on average.\n"
    kept = f"---\ntitle: Guided\npublished: 2026-01-02\nenablement:\n  {lines}---\n\n# Costs\n"
    for name in ("guided", "audit", "terms"):
        (project / f"{name}.md").write_text(kept.replace("Guided", name), encoding="utf-8")
    built(project)
    read: list[str] = []

    def counted(file: SourceFile, config: Config) -> object:
        read.append(file.path)
        return parse(file, config)

    monkeypatch.setattr("enablekit.usecases.share.parse", counted)
    (project / "costs.md").write_text("# Costs\n\nA claim.\n", encoding="utf-8")
    (project / "alone.md").write_text("---\nlanguage: de\n---\n# Allein\n", encoding="utf-8")
    built(project)
    read.clear()

    (project / "alone.md").write_text("---\nlanguage: de\n---\n# Einsam\n", encoding="utf-8")
    built(project)

    assert read == ["alone.md"]
    assert site(project) == from_scratch(project)


def change_source(root: Path) -> None:
    (root / "costs.md").write_text(PAPER[1].replace("14", "15"), encoding="utf-8")


def add_source(root: Path) -> None:
    (root / "new.md").write_text("# New\n", encoding="utf-8")


def remove_source(root: Path) -> None:
    (root / "broken.md").unlink()


def add_sidecar(root: Path) -> None:
    (root / "costs.enable.yaml").write_text("title: Other\n", encoding="utf-8")


def configure(root: Path) -> None:
    (root / "enablekit.yaml").write_text("name: Ours\n", encoding="utf-8")


def override_style(root: Path) -> None:
    (root / "templates" / "site").mkdir(parents=True)
    (root / "templates" / "site" / "style.css").write_text("p{}", encoding="utf-8")


def delete_page(root: Path) -> None:
    (root / "site" / "guides" / "costs" / "index.html").unlink()


def edit_page(root: Path) -> None:
    page = root / "site" / "index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Costs", b"Boats"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


def notes() -> list[Path]:
    found = list(Path(os.environ["XDG_CACHE_HOME"], "enablekit").iterdir())
    assert {one.suffix for one in found} == {".seen", ".whole", ".parts"}
    return found


def damage_notes(_: Path) -> None:
    for note in notes():
        note.write_bytes(note.read_bytes()[:-9])


def forge_notes(_: Path) -> None:
    for note in notes():
        note.write_bytes(hashlib.sha256(b"[]").digest() + b"[]")


def swap_notes(_: Path) -> None:
    found = notes()
    texts = [one.read_bytes() for one in found]
    for note, text in zip(found, texts[1:] + texts[:1], strict=True):
        note.write_bytes(text)


CHANGES = (
    change_source, add_source, remove_source, add_sidecar, configure, override_style,
    delete_page, edit_page, damage_notes, forge_notes, swap_notes,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_a_build_is_as_if_there_had_been_none_before(
    project: Path, change: object
) -> None:
    built(project)
    built(project)

    change(project)  # type: ignore[operator] # one of the functions above
    built(project)

    assert site(project) == from_scratch(project)


def test_a_new_title_is_written_where_it_is_shown_and_nowhere_else(project: Path) -> None:
    text = "---\ntitle: Terms\n---\n\nSee [costs](costs.md). A credit note corrects an invoice.\n"
    (project / "terms.md").write_text(text, encoding="utf-8")
    (project / "audit.md").write_text("# Audit\n\nAn audit takes 9 days.\n", encoding="utf-8")
    built(project)

    (project / "terms.md").write_text(text.replace("Terms", "Words"), encoding="utf-8")
    change = built(project).replaced

    pages = {path.split("/")[1] for path in change.changed if path.startswith("guides/")}
    assert pages == {"terms"}
    assert "index.html" in change.changed
    # The index for full-text search is made anew, and its files are named by what they hold.
    renamed = [*change.added, *change.removed]
    assert [path for path in renamed if not path.startswith("pagefind/")] == []


@pytest.mark.skipif(search_index.program() is None, reason="Pagefind is not installed")
def test_the_index_is_that_of_a_first_build_although_no_other_text_is_read_again(
    project: Path,
) -> None:
    (project / "terms.md").write_text("# Terms\n\nA credit note corrects.\n", encoding="utf-8")
    built(project)

    (project / "terms.md").write_text("# Terms\n\nA debit note adds.\n", encoding="utf-8")
    built(project)

    assert site(project) == from_scratch(project)
    (project / "enablekit.yaml").write_text("search: off\n", encoding="utf-8")
    change = built(project).replaced
    assert "pagefind/pagefind.js" in change.removed
    assert not (project / "site" / "pagefind").exists()
    (project / "enablekit.yaml").unlink()
    built(project)
    assert site(project) == from_scratch(project)


@pytest.mark.skipif(search_index.program() is None, reason="Pagefind is not installed")
def test_the_index_is_made_anew_only_when_search_would_find_something_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(records: list[SearchRecord], language: str, place: Path) -> dict[str, bytes]:
        made.append(len(records))
        return files(records, language, place)

    files = search_index.files
    monkeypatch.setattr("enablekit.adapters.search_index.files", counted)
    built(project)
    (project / "broken.md").unlink()
    built(project)

    assert made == [1]
    assert site(project) == from_scratch(project)
    made.clear()

    (project / "costs.md").write_text("# Costs\n\nA claim costs 9 days.\n", encoding="utf-8")
    built(project)
    assert made == [1]
    next((project / "site" / "pagefind").glob("*.pf_meta")).unlink()
    built(project)

    assert made == [1, 1]
    assert site(project) == from_scratch(project)


@pytest.mark.skipif(search_index.program() is None, reason="Pagefind is not installed")
def test_a_site_that_was_cleared_away_is_built_once_and_not_twice(project: Path) -> None:
    request = Request(start=project, output=Path("site"), now="2026-11-01")
    first: list[str] = []
    build(request, lambda: first.append("a file"))
    shutil.rmtree(project / "site")
    again: list[str] = []
    build(request, lambda: again.append("a file"))

    assert len(first) == len(again) == 2
    assert site(project) == from_scratch(project)


def test_pages_in_a_site_that_was_changed_while_building_are_written_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(project)

    def somebody_interferes(*known: object) -> object:
        found = still_right(*known)  # type: ignore[arg-type] # whatever it is called with
        if found:
            delete_page(project)
        return found

    remove_source(project)
    monkeypatch.setattr("enablekit.usecases.assembly.still_right", somebody_interferes)
    built(project)

    assert site(project) == from_scratch(project)


def test_another_day_or_audience_is_another_build(project: Path) -> None:
    built(project)
    before = site(project)

    built(project, now="2026-11-02")

    assert site(project)["index.html"] != before["index.html"]


def test_without_a_home_it_builds_and_remembers_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)

    built(project)

    assert built(project).assets == ("costs",)


def test_a_cache_that_cannot_be_written_is_no_error(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))

    assert built(project).assets == ("costs",)
