"""A disk that is full, or closed to us, stops a build with one line and changes nothing."""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from enablekit.errors import WorldError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Build = Callable[[Path, Mapping[str, str]], object]
    Look = Callable[[Path], dict[str, bytes | None]]

SMALL = {"index.html": "home", "a/index.html": "a"}
LARGE = {"index.html": "home", "a/index.html": "a" * 100_000}
NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk, and not everywhere")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Make a folder that other users may enter; pytest's own they may not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@contextlib.contextmanager
def _as_nobody() -> Iterator[None]:
    """Work without root's rights, to which no mode is closed."""
    # Python itself may lie where nobody may look.
    importlib.import_module("ctypes")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextlib.contextmanager
def _largest_file(size: int) -> Iterator[None]:
    """Let this process write no file larger than a number of bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_up_leaves_the_old_site_and_no_litter(
    small_disk: Path, build: Build, look: Look
) -> None:
    site = small_disk / "site"
    build(site, SMALL)
    old = look(site)
    with pytest.raises(WorldError) as stopped:
        build(site, LARGE)
    assert stopped.value.message == f"Cannot write {site}/a/index.html: the disk is full."
    assert "need 0.1 MB" in stopped.value.hint
    assert look(site) == old
    assert [path.name for path in small_disk.iterdir()] == ["site"]
    build(site, {"index.html": "new home"})
    assert (site / "index.html").read_text() == "new home"


def test_a_limit_on_the_size_of_files_leaves_the_old_site_and_no_litter(
    tmp_path: Path, build: Build, look: Look
) -> None:
    site = tmp_path / "site"
    build(site, SMALL)
    old = look(site)
    with _largest_file(50_000), pytest.raises(WorldError, match="may not grow that large"):
        build(site, LARGE)
    assert look(site) == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_build_that_fails_leaves_no_site(tmp_path: Path, build: Build) -> None:
    with _largest_file(50_000), pytest.raises(WorldError, match=r"a/index\.html"):
        build(tmp_path / "site", LARGE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("closed", [".", "site"])
def test_a_folder_closed_to_writing_is_left_alone(
    closed: str, open_folder: Path, build: Build, look: Look
) -> None:
    site = open_folder / "site"
    with _as_nobody():
        build(site, SMALL)
    old = look(site)
    (open_folder / closed).chmod(0o555)
    with _as_nobody(), pytest.raises(WorldError, match="permission is denied"):
        build(site, LARGE)
    assert look(site) == old
    assert [path.name for path in open_folder.iterdir()] == ["site"]


def test_a_read_only_folder_of_somebody_else_is_carried_over(
    open_folder: Path, build: Build
) -> None:
    site = open_folder / "site"
    with _as_nobody():
        build(site, SMALL)
        (site / "theirs/deep").mkdir(parents=True)
        (site / "theirs/deep/file").write_text("theirs")
        (site / "theirs/deep").chmod(0o555)
        build(site, LARGE)
    assert (site / "theirs/deep/file").read_text() == "theirs"
    assert (site / "theirs/deep").stat().st_mode & 0o777 == 0o555
    assert [path.name for path in open_folder.iterdir()] == ["site"]
    (site / "theirs/deep").chmod(0o755)
