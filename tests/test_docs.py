"""The documentation: every command in it runs, every link leads somewhere, nothing is stale."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from transcripts import CHECKOUT, PAGES, blocks, commands, retyped, without_blocks

from enablekit import question_kinds
from enablekit.parsing import project_file
from enablekit.usecases.explain import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

DOCS = CHECKOUT / "docs"

# What a person types but a test must not: it needs the network or another program.
NOT_RUN = (".", "git", "make", "pip", "pipx", "python3", "hugo")


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="the transcripts are typed into a POSIX shell")
@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_transcript_shows_what_really_appears(path: Path, tmp_path: Path) -> None:
    text = _text(path)

    assert retyped(text, tmp_path) == text, "make docs types it anew"


def test_the_first_pages_have_a_transcript() -> None:
    for name in ("README.md", "docs/tutorial/first-guide.md"):
        typed = [
            command
            for block in blocks(_text(CHECKOUT / name))
            if block.language == "console"
            for command, _ in commands(block)
        ]
        assert any(command.startswith("enablekit build") for command in typed), name


def test_a_command_that_no_test_runs_needs_the_network_or_another_program() -> None:
    untested = [
        f"{_name(path)}:{block.line} {line}"
        for path in PAGES
        for block in blocks(_text(path))
        if block.language in {"sh", "bash", "shell"}
        for line in block.text.splitlines()
        if line and not line.startswith(("#", " ")) and line.split()[0] not in NOT_RUN
    ]

    assert not untested


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_link_leads_somewhere(path: Path) -> None:
    dead = []
    for found in re.finditer(r"\]\(([^)\s]+)\)", without_blocks(_text(path))):
        address, _, anchor = found[1].partition("#")
        if re.match(r"[a-z]+:", found[1]):
            continue
        target = (path.parent / address).resolve() if address else path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            dead.append(found[1])

    assert not dead


def _anchors(path: Path) -> set[str]:
    """Return the addresses GitHub gives the headings of a page."""
    headings = re.findall(r"^#{1,6} (.+)$", without_blocks(_text(path)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_file_of_ours_that_a_page_names_is_there(path: Path) -> None:
    named = re.findall(r"`((?:tests|src|docs|bench|templates)/[\w./-]+)`", _text(path))

    assert [name for name in named if not (CHECKOUT / name).exists()] == []


def test_the_readme_is_at_most_150_lines_long() -> None:
    assert len(_text(CHECKOUT / "README.md").splitlines()) <= 150


def test_the_pages_made_from_the_code_are_fresh() -> None:
    ended = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.returncode == 0, ended.stderr


def test_every_command_and_option_is_in_the_reference(enablekit: Run) -> None:
    page = _text(DOCS / "reference" / "cli.md")
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
    findings = _text(DOCS / "reference" / "rules.md")
    settings = _text(DOCS / "reference" / "configuration.md")

    assert [
        one.code for one in catalogue() if f"\n### {one.code} {one.name}\n" not in findings
    ] == []
    assert [key for key in project_file.KEYS if f"| `{key}` |" not in settings] == []


def test_the_project_file_in_the_reference_is_understood() -> None:
    example = next(blocks(_text(DOCS / "reference" / "configuration.md")))

    config, findings = project_file.read("enablekit.yaml", example.text.encode())

    assert findings == ()
    assert config.name == "Acme field guide"
    assert [one.id for one in config.vocabulary.personas] == ["cfo"]


def test_every_template_is_in_the_page_about_templates() -> None:
    page = _text(DOCS / "how-to" / "change-the-templates.md")
    files = (CHECKOUT / "templates" / "site").iterdir()

    assert [file.name for file in files if f"`{file.name}`" not in page] == []


def test_every_question_kind_has_a_row_in_the_page_about_guidance() -> None:
    page = _text(DOCS / "how-to" / "write-good-guidance.md")
    rows = page.partition("| question | made from |\n| --- | --- |\n")[2].partition("\n\n")[0]

    assert len(rows.splitlines()) == len(question_kinds.KINDS)


def test_every_decision_is_listed_and_fits_a_page() -> None:
    index = _text(DOCS / "decisions" / "README.md")
    decisions = sorted((DOCS / "decisions").glob("0*.md"))

    assert len(decisions) >= 10
    for path in decisions:
        assert f"]({path.name})" in index
        assert len(_text(path).splitlines()) <= 60
        assert all(f"\n## {part}\n" in _text(path) for part in ("Context", "Decision"))


def test_the_documentation_is_content_that_enablekit_builds(enablekit: Run, tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")

    built = enablekit("build", "-C", "docs", "--output", tmp_path / "site")

    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site" / "guides" / "tutorial" / "first-guide" / "index.html").is_file()


def test_no_page_names_a_place_on_somebodys_machine() -> None:
    named = [
        _name(path)
        for path in PAGES
        if re.search(r"(?<![\w.])/(?:home|root|Users|tmp|work)/", _text(path))
    ]

    assert not named
