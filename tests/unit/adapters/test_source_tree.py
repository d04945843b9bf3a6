"""Which files of a project are read, which are not, and what is said about them."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from pathlib import Path

import pytest

from enablekit.adapters.source_file import read_file
from enablekit.adapters.source_tree import read
from enablekit.errors import WorldError
from enablekit.model.finding import Finding
from enablekit.model.source import SourceFile

ALL = ("**",)


def _read(
    root: Path,
    *,
    include: tuple[str, ...] = ALL,
    exclude: tuple[str, ...] = (),
    output: Path | None = None,
    limit: int = 1 << 20,
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    return read(root, include=include, exclude=exclude, output=output, limit=limit)


def _write(root: Path, *paths: str) -> None:
    """Make files that hold their own paths."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def _paths(
    root: Path, *, include: tuple[str, ...] = ALL, exclude: tuple[str, ...] = ()
) -> list[str]:
    """Return what is read of a project in which nothing is wrong."""
    files, findings = _read(root, include=include, exclude=exclude)
    assert findings == ()
    return [file.path for file in files]


def _said(root: Path, *, limit: int = 1 << 20) -> list[str]:
    """Return what is said of a project in which nothing can be read."""
    files, findings = _read(root, limit=limit)
    assert files == ()
    return [f"{finding.code} {finding.message}" for finding in findings]


def test_markdown_is_read_by_its_endings_sorted_and_byte_for_byte(tmp_path: Path) -> None:
    _write(tmp_path, "b.md", "a/z.mdx", "a/B.MARKDOWN", "c.txt", "README.MD", "a-b/x.md", "md")
    (tmp_path / "b.md").write_bytes(b"\xff\r\n\0")
    files, findings = _read(tmp_path)
    assert findings == ()
    assert [file.path for file in files] == [
        "README.MD",
        "a-b/x.md",
        "a/B.MARKDOWN",
        "a/z.mdx",
        "b.md",
    ]
    assert files[-1] == SourceFile(path="b.md", data=b"\xff\r\n\0")
    assert files[1].data == b"a-b/x.md"


def test_hidden_files_other_peoples_packages_and_the_output_are_passed_over(
    tmp_path: Path,
) -> None:
    _write(tmp_path, "a.md", ".git/x.md", ".hidden.md", "node_modules/p/x.md", "site/x.md")
    _write(tmp_path, "docs/site/kept.md", "docs/node_modules/x.md")
    files, findings = _read(tmp_path, output=tmp_path / "site")
    assert [file.path for file in files] == ["a.md", "docs/site/kept.md"]
    assert findings == ()


def test_the_output_is_known_through_a_link_and_need_not_exist(tmp_path: Path) -> None:
    _write(tmp_path, "project/a.md", "project/site/x.md")
    (tmp_path / "link").symlink_to("project")
    files, _ = _read(tmp_path / "link", output=tmp_path / "project/site")
    assert [file.path for file in files] == ["a.md"]
    files, _ = _read(tmp_path / "project", output=tmp_path / "project/none/site")
    assert [file.path for file in files] == ["a.md", "site/x.md"]


def test_globs_choose_and_exclude_files_and_folders(tmp_path: Path) -> None:
    _write(tmp_path, "content/a.md", "content/drafts/b.md", "content/deep/c.mdx", "notes.md")
    assert _paths(tmp_path, include=("content/**/*.md",)) == [
        "content/a.md",
        "content/drafts/b.md",
    ]
    for pattern in ("content/drafts", "content/drafts/", "content/drafts/**", "**/drafts/**"):
        assert _paths(tmp_path, exclude=(pattern, "notes.md")) == [
            "content/a.md",
            "content/deep/c.mdx",
        ]
    assert _paths(tmp_path, exclude=("content/*",)) == ["notes.md"]
    assert len(_paths(tmp_path, include=())) == 4


def test_a_sidecar_belongs_to_the_markdown_of_its_name_first(tmp_path: Path) -> None:
    _write(tmp_path, "d/case.enable.yaml", "d/case.md", "d/case.pdf")
    files, findings = _read(tmp_path)
    assert files == (
        SourceFile(
            path="d/case.md",
            data=b"d/case.md",
            sidecar="d/case.enable.yaml",
            sidecar_data=b"d/case.enable.yaml",
        ),
    )
    assert findings == ()


def test_a_sidecar_makes_an_asset_of_the_file_beside_it_known_by_its_bytes(
    tmp_path: Path,
) -> None:
    _write(tmp_path, "demo.enable.yaml", "demo.mp4", "demo.en.vtt", "other.pdf")
    assert _read(tmp_path)[0] == (
        SourceFile(
            path="demo.mp4",
            sidecar="demo.enable.yaml",
            sidecar_data=b"demo.enable.yaml",
            digest=hashlib.sha256(b"demo.mp4").hexdigest(),
            is_text=False,
        ),
    )


@pytest.mark.parametrize("beside", [[], ["demo.mp4", "demo.pdf"]])
def test_a_sidecar_of_nothing_or_of_several_is_an_asset_by_itself(
    beside: list[str], tmp_path: Path
) -> None:
    _write(tmp_path, "demo.enable.yaml", *beside)
    assert _read(tmp_path)[0] == (
        SourceFile(
            path="demo.enable.yaml",
            sidecar="demo.enable.yaml",
            sidecar_data=b"demo.enable.yaml",
            is_text=False,
        ),
    )


def test_globs_look_at_the_asset_and_can_take_a_sidecar_away(tmp_path: Path) -> None:
    _write(tmp_path, "a.enable.yaml", "a.pdf", "b.enable.yaml", "b.md")
    assert _paths(tmp_path, include=("*.md",)) == ["b.md"]
    assert _paths(tmp_path, exclude=("*.pdf",)) == ["b.md"]
    files, _ = _read(tmp_path, exclude=("*.yaml",))
    assert files == (SourceFile(path="b.md", data=b"b.md"),)


def test_an_asset_whose_sidecar_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b.pdf")
    os.mkfifo(tmp_path / "a.enable.yaml")
    (tmp_path / "b.enable.yaml").symlink_to("/etc/hostname")
    assert _said(tmp_path) == [
        "EK907 `a.enable.yaml` was not read: it is a pipe, not a file.",
        "EK907 `b.enable.yaml` was not read: it is a link that leads out of the project.",
    ]


def test_whatever_is_no_file_is_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    os.mknod(tmp_path / "socket.md", stat.S_IFSOCK | 0o600)
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "to-pipe.md").symlink_to("pipe.md")
    os.mkfifo(tmp_path / "pipe.txt")
    start = time.monotonic()
    assert _said(tmp_path) == [
        "EK907 `folder.md` was not read: it is a folder with the name of a file.",
        "EK907 `pipe.md` was not read: it is a pipe, not a file.",
        "EK907 `socket.md` was not read: it is a socket, not a file.",
        "EK907 `to-pipe.md` was not read: it is a pipe, not a file.",
    ]
    assert time.monotonic() - start < 5


def test_a_pipe_put_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    found = read_file(str(tmp_path / "a.md"), path="a.md", limit=10)
    assert isinstance(found, Finding)
    assert found.message == "`a.md` was not read: it is a pipe, not a file."


def test_a_link_put_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("/etc/hostname")
    assert isinstance(read_file(str(tmp_path / "a.md"), path="a.md", limit=1000), Finding)


def test_a_file_that_vanishes_or_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    gone = read_file(str(tmp_path / "gone.md"), path="gone.md", limit=10)
    assert isinstance(gone, Finding)
    assert gone.message == "`gone.md` was not read: it is not there."
    assert gone.severity.word == "error"


def test_what_may_not_be_read_is_a_finding_each() -> None:
    # Not pytest's folder, which is closed to other users.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        _write(root, "secret.md", "closed/x.md")
        (root / "secret.md").chmod(0)
        (root / "closed").chmod(0)
        said = _said_to_nobody(root)
        (root / "closed").chmod(0o755)
    assert said == [
        "EK907 `closed` was not read: permission is denied.",
        "EK907 `secret.md` was not read: permission is denied.",
    ]


def _said_to_nobody(root: Path) -> list[str]:
    """Read a project without root's rights, to which no mode is closed."""
    if os.geteuid() != 0:
        return _said(root)
    os.seteuid(65534)
    try:
        return _said(root)
    finally:
        os.seteuid(0)


def test_links_inside_the_project_are_followed_and_others_refused(tmp_path: Path) -> None:
    root = tmp_path / "project"
    _write(tmp_path, "project/real/a.md", "project/.git/config", "project/out/x.md", "secret.md")
    _write(tmp_path, "project/drafts/d.md", "outside/o.md")
    for name, target in [
        ("abs.md", str(root / "real/a.md")),
        ("bad1.md", "../secret.md"),
        ("bad2.md", "nowhere.md"),
        ("bad3.md", "bad3.md"),
        ("bad4.md", ".git/config"),
        ("bad5.md", "drafts/d.md"),
        ("bad6.md", "out/x.md"),
        ("folder", "../outside"),
        ("in.md", "real/a.md"),
        ("shared", "real"),
    ]:
        (root / name).symlink_to(target)
    files, findings = _read(root, exclude=("drafts/",), output=root / "out")
    assert [file.path for file in files] == ["abs.md", "in.md", "real/a.md", "shared/a.md"]
    assert {file.data for file in files} == {b"project/real/a.md"}
    assert [
        finding.message.replace("` was not read: it is a link", "`") for finding in findings
    ] == [
        "`bad1.md` that leads out of the project.",
        "`bad2.md` that leads nowhere.",
        "`bad3.md` that leads nowhere.",
        "`bad4.md` to something that is not read itself.",
        "`bad5.md` to something that is not read itself.",
        "`bad6.md` to something that is not read itself.",
        "`folder` that leads out of the project.",
    ]
    assert not any(b"secret" in file.data for file in files)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    _write(tmp_path, "a/x.md", "b/y.md")
    (tmp_path / "a/up").symlink_to("..")
    (tmp_path / "a/b").symlink_to("../b")
    (tmp_path / "b/a").symlink_to("../a")
    (tmp_path / "b/self").symlink_to(".")
    (tmp_path / "c").symlink_to("b")
    files, findings = _read(tmp_path)
    assert [file.path for file in files] == ["a/b/y.md", "a/x.md", "b/a/x.md", "b/y.md"]
    assert {finding.message.partition(": ")[2] for finding in findings} == {
        "it is a link back to a folder around it.",
        "another link led there before.",
    }


def test_links_cannot_multiply_the_work(tmp_path: Path) -> None:
    for number in range(24):
        _write(tmp_path, f"{number:02}/x.md")
        for name in ("one", "two"):
            (tmp_path / f"{number:02}" / name).symlink_to(f"../{number + 1:02}")
    _write(tmp_path, "24/x.md")
    files, _ = _read(tmp_path)
    assert len(files) <= 2 * 25


def test_a_name_that_is_not_utf8_is_a_finding_that_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("")
    (tmp_path / os.fsdecode(b"d\xff")).mkdir()
    (tmp_path / os.fsdecode(b"d\xff/a.md")).write_text("")
    (tmp_path / os.fsdecode(b"\xe9.txt")).write_text("")
    assert _said(tmp_path) == [
        r"EK907 `caf\xe9.md` was not read: its name is not UTF-8.",
        r"EK907 `d\xff` was not read: its name is not UTF-8.",
    ]


def test_a_file_over_the_limit_is_not_loaded_and_one_at_the_limit_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * 11)
    (tmp_path / "b.enable.yaml").write_bytes(b"x" * 11)
    with (tmp_path / "huge.md").open("wb") as huge:
        huge.truncate(1 << 40)
    assert _said(tmp_path, limit=10) == [
        "EK908 `a.md` was not read: it is larger than 10 bytes.",
        "EK908 `b.enable.yaml` was not read: it is larger than 10 bytes.",
        "EK908 `huge.md` was not read: it is larger than 10 bytes.",
    ]
    (tmp_path / "huge.md").unlink()
    files, _ = _read(tmp_path, limit=11)
    assert [len(file.data) for file in files] == [11, 0]


def test_a_file_whose_size_is_not_known_before_is_read_to_its_end() -> None:
    status = read_file("/proc/self/status", path="status", limit=1 << 20)
    assert isinstance(status, bytes)
    assert status.endswith(b"\n")
    assert len(status) > 100
    assert isinstance(read_file("/proc/self/status", path="status", limit=50), Finding)


def test_a_project_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    _write(tmp_path, "file")
    for root, why in [("none", "it is not there"), ("file", "not a directory")]:
        with pytest.raises(WorldError, match=why):
            _read(tmp_path / root)


def test_a_path_longer_than_the_system_takes_is_a_finding(tmp_path: Path) -> None:
    before = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(420):
            Path("ten letters").mkdir()
            os.chdir("ten letters")
        Path("a.md").write_text("")
    finally:
        os.chdir(before)
    files, findings = _read(tmp_path)
    assert files == ()
    assert len(findings) == 1
    assert findings[0].message.endswith("was not read: file name too long.")
