"""
A build in a process of its own that is stopped at its k-th change to the disk.

Run as `python -B crashpoint.py FOLDER TREE.json MODE K LACKING`; it prints what happened as JSON:
how many changes there were, and the error that ended the build or nothing.

MODE is `kill` (the process ends at the k-th change, before it), `once` (the k-th change is refused
as on a full disk) or `full` (so is whatever would make something from the k-th change on). K = 0
stops nothing and counts. LACKING is what the system cannot do: `exchange` folders, make hard
`links`, or `nothing`.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path

from enablekit.adapters.lock import hold
from enablekit.adapters.output_tree import replace
from enablekit.errors import WorldError
from enablekit.model.output import OutputTree

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
            os._exit(137)
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


def main(folder: str, tree: str, mode: str, at: str, lacking: str) -> None:
    """Build once and say how it went."""
    files = {path: text.encode() for path, text in json.loads(Path(tree).read_bytes()).items()}
    crashpoint = Crashpoint(mode, int(at), lacking)
    sys.addaudithook(crashpoint)
    error = ""
    try:
        with hold(Path(folder)):
            replace(OutputTree(files=files), Path(folder))
    except WorldError as stopped:
        error = f"{stopped.message} {stopped.hint}"
    sys.stdout.write(json.dumps({"changes": crashpoint.count, "error": error}))


if __name__ == "__main__":
    main(*sys.argv[1:])
