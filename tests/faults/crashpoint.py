"""
Builds that are each stopped at another change to the disk.

Run as `python -B crashpoint.py WORK TREE.json MODE LACKING`, where `WORK/template/site` is the site
there is before. For k = 0, 1, 2 … a copy of the template, `WORK/k`, is built in a child process
that is stopped at its k-th change to the disk; k = 0 stops nothing and counts. Prints for each what
became of it as JSON: the error that ended the build, empty if none did, or null if it was killed.

MODE is `kill` (the process ends at the k-th change, before it), `once` (the k-th change is refused
as on a full disk) or `full` (so is whatever would make something from the k-th change on).

LACKING is what the system cannot do: `exchange` folders, make hard `links`, or `nothing`.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from pathlib import Path

from enablekit.adapters.lock import hold
from enablekit.adapters.output_tree import replace
from enablekit.errors import WorldError
from enablekit.model.output import OutputTree

KILLED = 137
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
MAKING = {"open", "os.mkdir", "os.link", "os.symlink"}
CHANGING = MAKING | {
    "os.chmod",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.truncate",
    "os.utime",
    "enablekit.renameat2",
}


# How a system says that it cannot do something.
LACKING = {
    "exchange": ("enablekit.renameat2", errno.ENOSYS),
    "links": ("os.link", errno.EPERM),
    "nothing": ("", 0),
}


class Crashpoint:
    """An audit hook that counts changes to the disk and stops one."""

    def __init__(self, mode: str, at: int, lacking: str) -> None:
        self.mode = mode
        self.at = at
        self.lacking, self.error = LACKING[lacking]
        self.count = 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """Look at one event; Python calls this before what the event is about."""
        if event not in CHANGING or (event == "open" and not self.writes(args)):
            return
        self.count += 1
        reached = self.at and self.count == self.at
        if reached and self.mode == "kill":
            os._exit(KILLED)
        full = self.mode == "full" and self.at and self.count > self.at and event in MAKING
        if reached or full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))
        if event == self.lacking:
            raise OSError(self.error, os.strerror(self.error), str(args[0]))

    @staticmethod
    def writes(args: tuple[object, ...]) -> bool:
        """Tell whether a file is opened to be written."""
        flags = args[2]
        return isinstance(flags, int) and bool(flags & WRITING)


def main(work: Path, tree: Path, mode: str, lacking: str) -> None:
    """Stop a build at each of its changes and say how each went."""
    files = {path: text.encode() for path, text in json.loads(tree.read_bytes()).items()}
    output = OutputTree(files=files)
    changes, _ = build_in_child(work / "0", output, Crashpoint(mode, 0, lacking))
    reports = [
        build_in_child(work / str(k), output, Crashpoint(mode, k, lacking))[1]
        for k in range(1, changes + 1)
    ]
    sys.stdout.write(json.dumps(reports))


def build_in_child(work: Path, tree: OutputTree, crashpoint: Crashpoint) -> tuple[int, str | None]:
    """Build a copy of the template; return how many changes there were and the error."""
    shutil.copytree(work.with_name("template"), work, symlinks=True)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(crashpoint)
            os.write(theirs, json.dumps(build(work / "site", tree, crashpoint)).encode())
        finally:
            os._exit(0)  # without a word if the build crashed, which the parent does not forgive
    os.close(theirs)
    with os.fdopen(ours) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) == KILLED:
        return 0, None
    count, error = json.loads(said)
    return count, error


def build(site: Path, tree: OutputTree, crashpoint: Crashpoint) -> tuple[int, str]:
    """Build once; return how many changes there were and the error."""
    try:
        with hold(site):
            replace(tree, site)
    except WorldError as stopped:
        return crashpoint.count, f"{stopped.message} {stopped.hint}"
    return crashpoint.count, ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
