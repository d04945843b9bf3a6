"""Two builds of one site wait for each other, and a dead one keeps nobody waiting."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters.lock import hold
from enablekit.errors import WorldError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Rebuild = Callable[[Path, int, int, int], subprocess.Popen[str]]
    Holder = Callable[[Path], subprocess.Popen[str]]

# Holds the lock until its input ends, and starts a worker by fork as a parallel build does.
HOLD = """
import os, sys, time
from pathlib import Path
from enablekit.adapters.lock import hold
with hold(Path(sys.argv[1])):
    if os.fork() == 0:
        time.sleep(10)
        os._exit(0)
    print("held", flush=True)
    sys.stdin.read()
"""

# Takes the lock, but its file is removed between opening and locking, as by a build that ends.
SNATCHED = """
import os, sys
from pathlib import Path
from enablekit.adapters.lock import hold
lock = Path(sys.argv[1], ".site.enablekit-lock")
snatched = []
def snatch(event, args):
    if event == "fcntl.flock" and not snatched:
        snatched.append(lock.unlink())
sys.addaudithook(snatch)
with hold(Path(sys.argv[1], "site")):
    print(len(snatched), lock.read_text() == str(os.getpid()))
"""


@pytest.fixture
def holder() -> Iterator[Holder]:
    """Start a process that holds the lock of a folder."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in started:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            stream.close()


def test_two_builds_at_once_both_finish_and_leave_one_whole_site(
    tmp_path: Path, rebuild: Rebuild
) -> None:
    site = tmp_path / "site"
    builds = [rebuild(site, 30, 1, 15), rebuild(site, 30, 101, 115)]
    assert [process.wait() for process in builds] == [0, 0]
    numbers = {page.read_text().split()[0] for page in site.glob("p/*/index.html")}
    assert numbers in ({"15"}, {"115"})
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_build_says_which_process_it_waits_for(tmp_path: Path, holder: Holder) -> None:
    process = holder(tmp_path / "site")
    start = time.monotonic()
    with (
        pytest.raises(WorldError, match=rf"process {process.pid}\) is writing"),
        hold(tmp_path / "site", wait=0.2),
    ):
        pass
    assert time.monotonic() - start >= 0.2


def test_a_second_build_goes_on_when_the_first_is_done(tmp_path: Path, holder: Holder) -> None:
    process = holder(tmp_path / "site")
    assert process.stdin is not None
    process.stdin.close()
    with hold(tmp_path / "site", wait=5):
        assert process.wait() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_leaves_no_lock_though_its_workers_live(
    tmp_path: Path, holder: Holder
) -> None:
    process = holder(tmp_path / "site")
    process.kill()
    process.wait()
    with hold(tmp_path / "site", wait=3):  # the worker lives longer, but may have to wake first
        assert (tmp_path / ".site.enablekit-lock").read_text() == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_a_lock_on_a_file_that_was_removed_meanwhile_does_not_count(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SNATCHED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "1 True\n"
    assert list(tmp_path.iterdir()) == []
