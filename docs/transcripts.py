"""Types the transcripts of the documentation anew, so that they show what really appears."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).parent.parent
_TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = (
    *(CHECKOUT / name for name in _TOP),
    *sorted((CHECKOUT / "docs").rglob("*.md")),
)
_FENCE = re.compile(r"^(`{3,})([\w-]+)([^\n`]*)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_SOME_LINES = re.compile(r"^…\n?", re.MULTILINE)
_DAY = "1793491200"  # 1 November 2026, when the example's story takes place


class Block(NamedTuple):
    """A fenced block: its language, what follows the language, its text and its first line."""

    language: str
    info: str
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    """Find the fenced blocks of a page."""
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found[2], found[3].strip(), found[4], line)


def without_blocks(text: str) -> str:
    """Return a page without its fenced blocks."""
    return _FENCE.sub("", text)


def retyped(text: str, folder: Path) -> str:
    """
    Return a page with what its commands print now.

    The commands of a page are typed in order into one folder that holds the examples. A block with
    `file=NAME` after its language is saved under that name first. A line that is only `…` stands
    for any lines and stays, as long as the lines around it are right.

    Args:
        text: The page.
        folder: An empty folder.

    """
    terminal = Terminal(folder)
    for block in blocks(text):
        if block.info.startswith("file="):
            terminal.write(block.info.removeprefix("file="), block.text)
        elif block.language == "console":
            shown = "".join(
                f"$ {command}\n{_kept(expected, terminal.type(command))}"
                for command, expected in commands(block)
            )
            text = text.replace(f"```console\n{block.text}```", f"```console\n{shown}```", 1)
    return text


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a transcript with what it shows there."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def _kept(expected: str, printed: str) -> str:
    """Return what the page shows if it is right, else what was printed."""
    pattern = "(?s:.*)".join(map(re.escape, _SOME_LINES.split(expected)))
    return expected if re.fullmatch(pattern, printed) else printed


class Terminal:
    """A folder with the examples in it, where commands are typed one after the other."""

    def __init__(self, folder: Path) -> None:
        built = shutil.ignore_patterns("site", ".site*")
        shutil.copytree(CHECKOUT / "examples", folder / "examples", ignore=built)
        self._home = self._folder = folder

    def type(self, command: str) -> str:
        """Run one command line and return what appears, ending with a line end."""
        if command.startswith("cd "):
            self._folder /= command.removeprefix("cd ")
            return ""
        programs = Path(sys.executable).parent
        ended = subprocess.run(  # noqa: S603 - the commands stand in our own documentation
            ["/bin/sh", "-c", command],
            cwd=self._folder,
            env={
                "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
                "HOME": str(self._home),
                "LC_ALL": "C.UTF-8",
                "SOURCE_DATE_EPOCH": _DAY,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        printed = ended.stdout.replace(str(self._home), "~").rstrip("\n")
        # Whoever types it has another Python; the page shows one that everybody may have.
        printed = printed.replace(f"Python {platform.python_version()}", "Python 3.13.0")
        return printed + "\n" if printed else ""

    def write(self, name: str, text: str) -> None:
        """Save a file in the folder that is current."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the pages whose transcripts have changed."""
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            new = retyped(text, Path(folder).resolve())
        if new != text:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"Typed {path.relative_to(CHECKOUT).as_posix()} anew\n")


if __name__ == "__main__":
    main()
