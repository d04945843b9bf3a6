from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from enablekit.adapters import looked_at, sealed_note
from enablekit.adapters.scan import scanned
from enablekit.errors import EnablekitError
from enablekit.usecases.build import Request, build
from enablekit.usecases.unchanged import KIND, recall

WANTED = {"output": Path("site"), "now": "2026-11-01"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a project whose files count as old enough to be known by their times."""
    monkeypatch.setattr(looked_at, "_YOUNG", 0)
    root = tmp_path / "project"
    (root / "deep").mkdir(parents=True)
    (root / "costs.md").write_text("# Costs\n\nA dispute costs 14 days.\n", encoding="utf-8")
    (root / "deep" / "audit.md").write_text("# Audit\n\nIt takes 9 days.\n", encoding="utf-8")
    (root / "enablekit.yaml").write_text("name: Ours\n", encoding="utf-8")
    build(request(root))
    assert recall(request(root)) is not None
    return root


def request(root: Path) -> Request:
    return Request(start=root, output=Path("site"), now="2026-11-01")


def change_words(root: Path) -> None:
    """Keep its size and put its time back: only when its entry was changed tells."""
    file = root / "costs.md"
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("14", "15"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_an_equal(root: Path) -> None:
    (root / "copy.md").write_bytes((root / "costs.md").read_bytes())
    (root / "copy.md").replace(root / "costs.md")


def add(root: Path) -> None:
    (root / "deep" / "new.md").write_text("# New\n", encoding="utf-8")


def add_below_a_new_folder(root: Path) -> None:
    (root / "deep" / "er").mkdir()
    (root / "deep" / "er" / "new.md").write_text("# New\n", encoding="utf-8")


def remove(root: Path) -> None:
    (root / "deep" / "audit.md").unlink()


def configure(root: Path) -> None:
    (root / "enablekit.yaml").write_text("name: Hers\n", encoding="utf-8")


def unconfigure(root: Path) -> None:
    (root / "enablekit.yaml").unlink()


def own_template(root: Path) -> None:
    (root / "templates" / "site").mkdir(parents=True)
    (root / "templates" / "site" / "style.css").write_text("p{}", encoding="utf-8")


def edit_page(root: Path) -> None:
    page = root / "site" / "guides" / "costs" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")


def remove_page(root: Path) -> None:
    (root / "site" / "guides" / "costs" / "index.html").unlink()


def add_to_the_site(root: Path) -> None:
    (root / "site" / "guides" / "stranger.txt").write_text("here", encoding="utf-8")


def forbid(root: Path) -> None:
    (root / "costs.md").chmod(0)


CHANGES = (
    change_words, replace_by_an_equal, add, add_below_a_new_folder, remove, configure, unconfigure,
    own_template, edit_page, remove_page, forbid,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_nobody_relies_on_looking(project: Path, change: object) -> None:
    change(project)  # type: ignore[operator] # one of the functions above

    assert recall(request(project)) is None


def test_what_strangers_put_into_the_site_is_nobody_s_concern(project: Path) -> None:
    add_to_the_site(project)

    glanced = recall(request(project))
    sealed_note.forget(project / "site", KIND)
    looked = build(request(project))

    assert glanced is not None
    assert looked.replaced.added == looked.replaced.changed == looked.replaced.removed == ()
    assert replace(looked, replaced=glanced.replaced) == glanced
    assert (project / "site" / "guides" / "stranger.txt").read_text("utf-8") == "here"


def test_what_is_remembered_is_what_the_build_said(project: Path) -> None:
    again = recall(request(project))

    assert again is not None
    assert (again.assets, again.guided, again.replaced.added) == (("deep/audit", "costs"), 0, ())
    assert again.output == project / "site"


@pytest.mark.parametrize(
    "other",
    [{"now": "2026-11-02"}, {"drafts": True}, {"output": Path("elsewhere")},
     {"may_fail": frozenset()}],
)  # fmt: skip
def test_another_request_is_another_build(project: Path, other: dict[str, object]) -> None:
    asked = Request(start=project, **(WANTED | other))  # type: ignore[arg-type] # as above

    assert recall(asked) is None


def test_a_young_file_is_known_by_its_bytes_and_not_by_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site").mkdir()
    file = tmp_path / "content" / "young.md"
    file.write_bytes(b"one")
    seen = looked_at.survey([str(file.parent)], apart="")
    assert seen is not None
    site = scanned(str(tmp_path / "site"))
    assert looked_at.packed(seen, {}, site) is None
    record = looked_at.packed(seen, {str(file): b"one"}, site)
    assert record is not None
    assert looked_at.unchanged(record)
    stood_still, lstat = file.stat(), os.lstat
    monkeypatch.setattr(os, "lstat", lambda one: stood_still if one == str(file) else lstat(one))

    file.write_bytes(b"two")
    assert not looked_at.unchanged(record)


def test_links_are_never_taken_at_a_glance(project: Path) -> None:
    (project / "link.md").symlink_to(project / "costs.md")

    assert looked_at.survey([str(project)], apart="") is None


def test_a_logo_in_a_hidden_folder_is_looked_at_each_time(project: Path) -> None:
    (project / ".brand").mkdir()
    (project / ".brand" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (project / "enablekit.yaml").write_text("brand:\n  logo: .brand/logo.svg\n", encoding="utf-8")
    build(request(project))

    assert recall(request(project)) is None


def test_the_command_says_the_same_and_loads_no_stage(project: Path) -> None:
    words = ["build", "-C", str(project), "--now", "2026-11-01"]
    code = (
        "import sys; from enablekit.cli import run; code = run(sys.argv[1:]);"
        "print([one for one in ('typer', 'yaml', 'jinja2') if one in sys.modules]); sys.exit(code)"
    )
    quick = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    slow = subprocess.run(
        [sys.executable, "-c", code, *words[:-2], "--now=2026-11-01"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert quick.stdout.splitlines()[-1] == "[]"
    assert quick.stdout.splitlines()[:-1] == slow.stdout.splitlines()[:-1]
    assert "Nothing changed" in quick.stdout


def test_a_day_that_is_none_is_refused(project: Path) -> None:
    with pytest.raises(EnablekitError):
        recall(Request(start=project, output=Path("site"), now="tomorrow"))
