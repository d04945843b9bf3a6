"""The documentation: every command in it runs, every link leads somewhere, nothing is stale."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from enablekit.parsing import project_file
from enablekit.usecases.explain import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Run = Callable[..., subprocess.CompletedProcess[str]]

CHECKOUT = Path(__file__).parent.parent
DOCS = CHECKOUT / "docs"
TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = (*(CHECKOUT / name for name in TOP), *sorted(DOCS.rglob("*.md")))
DAY = "1793491200"  # 1 November 2026, the day on which the example's story takes place

# What a person types but a test must not: it needs the network or another program.
NOT_RUN = ("git", "make", "pip", "pipx", "python3", "hugo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: its language, what follows the language, its lines and where it starts."""

    language: str
    info: str
    text: str
    line: int


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def _blocks(path: Path) -> Iterator[Block]:
    text = path.read_text(encoding="utf-8")
    fences = re.compile(r"^(`{3,})([\w-]+)([^\n`]*)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
    for found in fences.finditer(text):
        yield Block(
            language=found[2],
            info=found[3].strip(),
            text=found[4],
            line=text.count("\n", 0, found.start()) + 1,
        )


def _without_blocks(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"^(`{3,}).*?^\1[ \t]*$", "", text, flags=re.MULTILINE | re.DOTALL)


class Terminal:
    """A folder with the example in it, where the commands of one page are typed in order."""

    def __init__(self, folder: Path) -> None:
        example = CHECKOUT / "examples" / "meridian"
        ignored = shutil.ignore_patterns("site", ".site*")
        shutil.copytree(example, folder / "examples" / "meridian", ignore=ignored)
        self._home = self._folder = folder

    def type(self, command: str) -> str:
        """Run one command line and return what appears on the terminal."""
        if command.startswith("cd "):
            self._folder = self._folder / command.removeprefix("cd ")
            return ""
        programs = Path(sys.executable).parent
        ended = subprocess.run(
            ["sh", "-c", command],
            cwd=self._folder,
            env={
                "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
                "HOME": str(self._home),
                "LC_ALL": "C.UTF-8",
                "SOURCE_DATE_EPOCH": DAY,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return ended.stdout.replace(str(self._home), "~")

    def write(self, block: Block) -> None:
        """Save a block with `file=NAME` as that file."""
        path = self._folder / block.info.removeprefix("file=")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")


def _commands(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a transcript with what it prints."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def _matches(expected: str, printed: str) -> bool:
    """Compare; a line that is only `…` stands for any lines."""
    parts = re.split(r"^…\n?", expected.rstrip("\n"), flags=re.MULTILINE)
    pattern = "(?s:.*)".join(map(re.escape, parts))
    return re.fullmatch(pattern, printed.rstrip("\n")) is not None


@pytest.mark.skipif(os.name != "posix", reason="the transcripts are typed into a POSIX shell")
@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_transcript_shows_what_really_appears(path: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    for block in _blocks(path):
        if block.info.startswith("file="):
            terminal.write(block)
        if block.language == "console":
            for command, expected in _commands(block):
                printed = terminal.type(command)
                assert _matches(expected, printed), f"line {block.line}: {command}\n{printed}"


def test_the_first_pages_have_a_transcript() -> None:
    for name in ("README.md", "docs/tutorial/first-guide.md"):
        typed = [
            command
            for block in _blocks(CHECKOUT / name)
            if block.language == "console"
            for command, _ in _commands(block)
        ]
        assert any(command.startswith("enablekit build") for command in typed), name


def test_a_command_that_no_test_runs_needs_the_network_or_another_program() -> None:
    untested = [
        f"{_name(path)}:{block.line} {line}"
        for path in PAGES
        for block in _blocks(path)
        if block.language in {"sh", "bash", "shell"}
        for line in block.text.splitlines()
        if line and not line.startswith(("#", " ")) and line.split()[0] not in NOT_RUN
    ]

    assert not untested


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_link_leads_somewhere(path: Path) -> None:
    dead = []
    for found in re.finditer(r"\]\(([^)\s]+)\)", _without_blocks(path)):
        address, _, anchor = found[1].partition("#")
        if re.match(r"[a-z]+:", found[1]):
            continue
        target = (path.parent / address).resolve() if address else path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            dead.append(found[1])

    assert not dead


def _anchors(path: Path) -> set[str]:
    """Return the addresses GitHub gives the headings of a page."""
    headings = re.findall(r"^#{1,6} (.+)$", _without_blocks(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_is_at_most_150_lines_long() -> None:
    assert len((CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_the_pages_made_from_the_code_are_fresh() -> None:
    ended = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.returncode == 0, ended.stderr


def test_every_command_and_option_is_in_the_reference(enablekit: Run) -> None:
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    commands = re.findall(r"^  ([a-z]+) {2,}", enablekit("--help").stdout, re.MULTILINE)

    assert commands
    for command in commands:
        described = page.partition(f"## enablekit {command}\n")[2].partition("\n## ")[0]
        told = enablekit(command, "--help").stdout.partition("Options:")[2]
        options = set(re.findall(r"(?<=[ ,])--?[A-Za-z][\w-]*", told)) - {"-h", "--help"}
        missing = {option for option in options if f"`{option}" not in described}
        assert described, command
        assert not missing


def test_every_finding_and_every_setting_is_in_the_reference() -> None:
    findings = (DOCS / "reference" / "findings.md").read_text(encoding="utf-8")
    settings = (DOCS / "reference" / "configuration.md").read_text(encoding="utf-8")

    assert [
        one.code for one in catalogue() if f"\n## {one.code} {one.name}\n" not in findings
    ] == []
    assert [key for key in project_file.KEYS if f"| `{key}` |" not in settings] == []


def test_the_project_file_in_the_reference_is_understood() -> None:
    example = next(_blocks(DOCS / "reference" / "configuration.md"))

    config, findings = project_file.read("enablekit.yaml", example.text.encode())

    assert findings == ()
    assert config.name == "Acme field guide"
    assert [one.id for one in config.vocabulary.personas] == ["cfo"]


def test_the_documentation_is_content_that_enablekit_builds(enablekit: Run, tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")

    built = enablekit("build", "-C", "docs", "--output", tmp_path / "site")

    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site" / "guides" / "tutorial" / "first-guide" / "index.html").is_file()


def test_no_page_names_a_place_on_somebodys_machine() -> None:
    named = [
        _name(path)
        for path in PAGES
        if re.search(r"(?<![\w.])/(?:home|root|Users|tmp|work)/", path.read_text(encoding="utf-8"))
    ]

    assert not named
