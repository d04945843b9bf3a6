"""What a replaced output folder holds, what it reports, and what it refuses."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from enablekit.adapters.output_tree import replace, require_usable
from enablekit.errors import WorldError
from enablekit.model.output import OutputTree
from enablekit.model.replaced import Replaced

MARKER = ".enablekit-output"


def _tree(**texts: str) -> OutputTree:
    """Make a tree from names in which `__` stands for a slash and `_` for a dot."""
    return OutputTree(
        files={
            name.replace("__", "/").replace("_", "."): text.encode() for name, text in texts.items()
        }
    )


def _times(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return what would tell that a path was written or replaced."""
    paths = [folder, *folder.rglob("*")]
    status = {str(path): path.stat() for path in paths}
    return {path: (one.st_ino, one.st_mtime_ns, one.st_ctime_ns) for path, one in status.items()}


def test_a_first_build_writes_every_file_and_says_so(tmp_path: Path) -> None:
    site = tmp_path / "build" / "site"
    change = replace(_tree(index_html="home", a__b_html="b"), site)
    assert change == Replaced(added=("a/b.html", "index.html"))
    assert (site / "a/b.html").read_bytes() == b"b"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_an_empty_folder_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert replace(_tree(index_html="home"), tmp_path / "site").added == ("index.html",)
    assert (tmp_path / "site/index.html").read_bytes() == b"home"


def test_a_changed_build_says_what_is_new_what_changed_and_what_went(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home", old__a_html="a", same_html="same"), site)
    change = replace(_tree(index_html="new", fresh__b_html="b", same_html="same"), site)
    assert change == Replaced(
        added=("fresh/b.html",), changed=("index.html",), removed=("old/a.html",), kept=1
    )
    assert not (site / "old").exists(), "a folder that became empty goes too"


def test_a_build_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    tree = _tree(index_html="home", a__b_html="b")
    replace(tree, site)
    before = _times(tmp_path)
    assert replace(tree, site) == Replaced(kept=2)
    assert _times(tmp_path) == before


def test_a_file_that_stays_keeps_its_time_when_others_change(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home", a__b_html="b"), site)
    os.utime(site / "a/b.html", (1, 1))
    replace(_tree(index_html="new", a__b_html="b"), site)
    assert (site / "a/b.html").stat().st_mtime == 1


def test_a_page_changed_by_hand_is_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home"), site)
    (site / "index.html").write_text("hack")
    assert replace(_tree(index_html="home"), site).changed == ("index.html",)
    assert (site / "index.html").read_bytes() == b"home"


def test_a_page_replaced_by_a_link_is_written_again_and_its_target_left_alone(
    tmp_path: Path,
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    replace(_tree(index_html="home"), site)
    outside.write_text("home")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside)
    assert replace(_tree(index_html="home"), site).changed == ("index.html",)
    assert not (site / "index.html").is_symlink()
    assert outside.read_text() == "home"
    assert outside.stat().st_nlink == 1


def test_the_same_tree_gives_the_same_bytes_in_whatever_order_it_comes(tmp_path: Path) -> None:
    files = {f"{name}.html": name.encode() for name in "dbac"}
    backwards = dict(reversed(files.items()))
    replace(OutputTree(files=files), tmp_path / "one")
    replace(OutputTree(files=backwards), tmp_path / "two")
    for name in [*files, MARKER]:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_build_after_many_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    trees = [_tree(index_html=n, **{f"page{n}_html": "page"}) for n in "123"]
    for tree in trees:
        replace(tree, tmp_path / "often")
    last = trees[-1]
    replace(last, tmp_path / "once")
    for name in (*last.files, MARKER):
        often, once = tmp_path / "often" / name, tmp_path / "once" / name
        assert often.read_bytes() == once.read_bytes()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_umask_changes_no_mode(umask: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        replace(_tree(a__b_html="b"), tmp_path / "site")
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")}
    assert modes == {"a": 0o755, "b.html": 0o644, MARKER: 0o644}
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_the_marker_is_what_sha256sum_checks(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home", a__b_html="b"), site)
    command = ["sha256sum", "--check", "--strict", MARKER]
    checked = subprocess.run(command, cwd=site, capture_output=True, text=True, check=True)
    assert checked.stdout == "a/b.html: OK\nindex.html: OK\n"


def test_files_of_others_are_carried_over_and_named(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home", a__b_html="b"), site)
    (site / "CNAME").write_text("example.org")
    (site / "a/note").write_text("mine")
    (site / ".git/objects").mkdir(parents=True)
    (site / ".git/HEAD").write_text("ref")
    (site / ".git").chmod(0o700)
    (site / "link").symlink_to("nowhere")
    os.mkfifo(site / "pipe")
    change = replace(_tree(index_html="new"), site)
    assert change.strangers == (".git/HEAD", "CNAME", "a/note", "link", "pipe")
    assert change.removed == ("a/b.html",)
    assert (site / "a/note").read_text() == "mine"
    assert (site / ".git/objects").is_dir(), "also an empty folder"
    assert (site / ".git").stat().st_mode & 0o777 == 0o700
    assert (site / "link").readlink() == Path("nowhere")
    assert (site / "pipe").is_fifo()


def test_strangers_alone_are_no_reason_to_write(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home"), site)
    (site / "CNAME").write_text("example.org")
    before = _times(tmp_path)
    assert replace(_tree(index_html="home"), site) == Replaced(kept=1, strangers=("CNAME",))
    assert _times(tmp_path) == before


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("page.html", "page.html"),
        ("page", "page/index.html"),
        ("page/theirs.txt", "page"),
        ("page/deep/theirs.txt", "page"),
    ],
)
def test_a_page_never_takes_the_place_of_a_file_of_others(
    theirs: str, ours: str, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home"), site)
    (site / theirs).parent.mkdir(parents=True, exist_ok=True)
    (site / theirs).write_text("theirs")
    with pytest.raises(WorldError, match="was not made by enablekit and is in the way"):
        replace(OutputTree(files={ours: b"ours"}), site)
    assert (site / theirs).read_text() == "theirs"
    assert (site / "index.html").exists()


def test_a_file_that_became_a_folder_and_back_is_no_stranger(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(page="file"), site)
    replace(_tree(page__index_html="folder"), site)
    assert (site / "page/index.html").read_bytes() == b"folder"
    assert replace(_tree(page="file"), site).strangers == ()
    assert (site / "page").read_bytes() == b"file"


def test_a_hostile_path_stops_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "canary").write_text("alive")
    tree = OutputTree(files={"index.html": b"home", "../canary": b"dead"})
    with pytest.raises(WorldError, match="cannot be written"):
        replace(tree, tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["canary"]
    assert (tmp_path / "canary").read_text() == "alive"


@pytest.mark.parametrize("name", [MARKER, ".ENABLEKIT-output", f"{MARKER}/x"])
def test_the_name_of_the_marker_is_taken(name: str, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"one file on many systems|both a file and the folder"):
        replace(OutputTree(files={name: b""}), tmp_path / "site")


def test_a_folder_that_no_build_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_text("mine")
    with pytest.raises(WorldError, match="not empty, and no build") as refused:
        replace(_tree(index_html="home"), tmp_path)
    assert "empty or a new folder" in refused.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_folder_can_be_refused_before_the_work(tmp_path: Path) -> None:
    site, content = tmp_path / "site", tmp_path / "content"
    content.mkdir()
    require_usable(content, project=tmp_path)
    (content / "a.md").write_text("mine")
    for folder, words in [(content, "no build of enablekit made it"), (tmp_path, "the project")]:
        with pytest.raises(WorldError, match=words):
            require_usable(folder, project=tmp_path)
    require_usable(site, project=tmp_path)
    replace(_tree(index_html="home"), site)
    require_usable(site, project=tmp_path)
    assert (site / "index.html").exists()


@pytest.mark.parametrize("marker", [b"", b"\xff\xfe", b"# Made by somebody\n"])
def test_a_marker_that_is_not_ours_does_not_open_a_folder(marker: bytes, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / MARKER).write_bytes(marker)
    with pytest.raises(WorldError, match="no build of enablekit made it"):
        replace(_tree(index_html="home"), site)
    assert (site / MARKER).read_bytes() == marker


def test_a_poisoned_marker_removes_nothing_outside_the_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home"), site)
    (tmp_path / "canary").write_text("alive")
    with (site / MARKER).open("ab") as marker:
        marker.write(b"0" * 64 + b"  ../canary\n" + b"0" * 64 + b"  /etc/hostname\nrubbish\n")
    replace(_tree(index_html="new"), site)
    assert (tmp_path / "canary").read_text() == "alive"
    assert b"canary" not in (site / MARKER).read_bytes()


def test_what_a_stopped_build_left_is_cleared_even_if_nothing_changes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home"), site)
    (tmp_path / ".site.enablekit-new/half").mkdir(parents=True)
    (tmp_path / ".site.enablekit-new/half/made").write_text("")
    replace(_tree(index_html="home"), site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_waited_aside_comes_back_with_the_files_of_others(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace(_tree(index_html="home"), site)
    (site / "CNAME").write_text("example.org")
    site.rename(tmp_path / ".site.enablekit-old")
    assert replace(_tree(index_html="home"), site) == Replaced(kept=1, strangers=("CNAME",))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_planted_where_a_build_works_is_removed_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "file").write_text("alive")
    for role in ("new", "old"):
        (tmp_path / f".site.enablekit-{role}").symlink_to(victim)
    replace(_tree(index_html="home"), tmp_path / "site")
    assert (victim / "file").read_text() == "alive"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "victim"]
