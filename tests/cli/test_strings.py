"""A project has its site in another language, or says single things in its own words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
import yaml

CHECKOUT = Path(__file__).parents[2]
PAPER = "---\ntitle: Paper\npublished: 2026-10-01\n---\nText of some length stands here.\n"


def build(root: Path, settings: str = "", **strings: str) -> subprocess.CompletedProcess[str]:
    if not (root / "paper.md").exists():
        (root / "paper.md").write_text(PAPER, encoding="utf-8")
    if settings:
        (root / "enablekit.yaml").write_text(settings, encoding="utf-8")
    folder = root / "templates" / "strings"
    folder.mkdir(parents=True, exist_ok=True)
    for language, text in strings.items():
        (folder / f"{language}.yaml").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "enablekit", "build", "--now", "2026-11-01"],
        cwd=root, capture_output=True, check=False, text=True, timeout=120,
    )  # fmt: skip


def home(root: Path) -> str:
    return (root / "site" / "index.html").read_text("utf-8")


def test_a_project_says_a_single_thing_in_its_own_words(tmp_path: Path) -> None:
    done = build(tmp_path, "name: Playbooks\n", en='"All guides": "All <playbooks>"\n')
    assert done.returncode == 0, done.stderr
    assert "All &lt;playbooks&gt;" in home(tmp_path)
    assert "All guides" not in home(tmp_path)
    build(tmp_path, en='"All guides": "All sheets"\n')
    assert "All sheets" in home(tmp_path)
    assert "All sheets" in (tmp_path / "site/guides/paper/index.html").read_text("utf-8")


def test_a_string_that_does_not_exist_is_named_with_the_nearest(tmp_path: Path) -> None:
    done = build(tmp_path, "name: P\n", en='"All guide": "All playbooks"\n"Xyzzy qwv": "a"\n')
    assert done.returncode == 0
    assert "EK910 unknown-string" in done.stderr
    assert "templates/strings/en.yaml:1" in done.stderr
    assert "Did you mean “All guides”?" in done.stderr
    assert "The site never says “Xyzzy qwv”" in done.stderr


@pytest.mark.parametrize(
    "line",
    [
        '"Its file is {file}.": "Somewhere."',
        '"Its file is {file}.": "{file} {path}"',
        '"Its file is {file}.": {one: "{file}"}',
        '"{n} guide": {some: "{n} sheets"}',
        '"{n} guide": [a, b]',
        '"Back to the {guide}guide{/guide}.": "{guide}Back"',
    ],
)
def test_a_string_that_would_lose_a_placeholder_is_left_out(tmp_path: Path, line: str) -> None:
    done = build(tmp_path, "name: P\n", en=line + "\n")
    assert done.returncode == 0, done.stderr
    assert "EK911 string-placeholders" in done.stderr


def test_a_broken_catalogue_is_a_finding_and_the_site_is_built(tmp_path: Path) -> None:
    done = build(tmp_path, "name: P\n", en='"All guides": "All\n- x: [\n')
    assert "templates/strings/en.yaml:1" in done.stderr
    assert '<h2 id="all">' in home(tmp_path)


def test_without_a_catalogue_words_are_english_and_content_says_what_it_is(tmp_path: Path) -> None:
    done = build(tmp_path, "name: Gids\nlanguage: nl\n")
    assert done.returncode == 0, done.stderr
    assert '<html lang="en" dir="ltr">' in home(tmp_path)
    assert '<h1 lang="nl" dir="ltr">Gids</h1>' in home(tmp_path)
    guide = (tmp_path / "site/guides/paper/index.html").read_text("utf-8")
    assert '<h1 lang="nl" dir="ltr">Paper</h1>' in guide


def test_a_project_brings_a_language_we_do_not_have(tmp_path: Path) -> None:
    strings = '"All guides": "Alle gidsen"\n"{n} guide": {one: "{n} gids", other: "{n} gidsen"}\n'
    done = build(tmp_path, "name: Gids\nlanguage: nl-BE\n", nl=strings)
    assert done.returncode == 0, done.stderr
    assert '<html lang="nl-BE" dir="ltr">' in home(tmp_path)
    assert "Alle gidsen" in home(tmp_path)
    assert "1 gids<" in home(tmp_path)


PLACEHOLDER = re.compile(r"\{/?\w*\}")
_ENGLISH = yaml.safe_load((CHECKOUT / "templates" / "strings" / "en.yaml").read_text("utf-8"))
_LONG = 14  # characters of a string that nothing but the string itself has


def made_up() -> str:
    """Return a catalogue in which no string has a word."""
    said = {key: f"⟦{''.join(PLACEHOLDER.findall(key))}⟧" for key in _ENGLISH}
    return yaml.safe_dump(
        {
            key: dict.fromkeys(one, said[key]) if isinstance(one, dict) else said[key]
            for key, one in _ENGLISH.items()
        },
        allow_unicode=True,
    )


@pytest.mark.parametrize("reader", ["internal", "customer"])
def test_no_english_is_left_on_any_page_of_the_example(tmp_path: Path, reader: str) -> None:
    root = tmp_path / "meridian"
    ignored = shutil.ignore_patterns("site")
    shutil.copytree(CHECKOUT / "examples" / "meridian", root, ignore=ignored)
    settings = (root / "enablekit.yaml").read_text("utf-8")
    settings = (
        re.sub(r"(?m)^language: .*$", "", settings) + f"\nlanguage: qps\naudience: {reader}\n"
    )
    settings = re.sub(rf"(?m)^audience: (?!{reader}$).*$", "", settings)
    done = build(root, settings, qps=made_up())
    assert done.returncode == 0, done.stderr
    source = " ".join(
        " ".join(file.read_text("utf-8").split())
        for file in root.rglob("*")
        if file.suffix in {".md", ".yaml"} and "strings" not in file.parts
    )
    parts = {
        part.strip()
        for key, one in _ENGLISH.items()
        for text in (key, *(one.values() if isinstance(one, dict) else ()))
        for part in PLACEHOLDER.split(text)
        if len(part.strip()) >= _LONG and part.strip() not in source
    }
    assert len(parts) > 250
    left = set()
    for file in (root / "site").rglob("*.html"):
        if file.name == "404.html" or file.suffix != ".html":
            continue
        tree = html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)
        shown = " ".join(" ".join(tree.itertext()).split())
        shown += " ".join(value for one in tree.iter() for value in one.attrib.values())
        left |= {(part, file.parent.name) for part in parts if part in shown}
    assert left == set()
    known = (root / "site" / "guides.js").read_text("utf-8")
    known = re.sub(r'"texts":\[\[.*?\]\]', "", known)  # words to search in, which nobody sees
    assert {part for part in parts if part in known} == set()
    data = json.loads((root / "site" / "enablekit.json").read_text("utf-8"))
    assert "⟦" not in json.dumps(data, ensure_ascii=False)
