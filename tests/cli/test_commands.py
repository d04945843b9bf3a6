from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAPER = """\
---
title: What disputes cost
type: white-paper
---
# What disputes cost

A disputed invoice costs 14 days on average.
"""


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    return subprocess.run(
        [sys.executable, "-m", "enablekit", *arguments],
        cwd=cwd,
        env={**plain, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


def test_alone_it_gets_a_newcomer_going(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)

    assert done.returncode == 0
    assert "enablekit init" in done.stdout
    assert "enablekit build" in done.stdout


def test_a_folder_without_a_project_file_builds(folder: Path) -> None:
    done = run("build", cwd=folder)

    assert done.returncode == 0, done.stderr
    assert "1 asset for internal" in done.stdout
    guide = folder / "site" / "guides" / "paper" / "index.html"
    assert "A disputed invoice costs 14 days on average." in guide.read_text(encoding="utf-8")


def test_every_command_works_from_a_folder_inside_the_project(folder: Path) -> None:
    (folder / "enablekit.yaml").write_text("name: Ours\n", encoding="utf-8")
    (folder / "deep" / "er").mkdir(parents=True)

    done = run("build", "-C", "deep/er", cwd=folder)

    assert done.returncode == 0, done.stderr
    assert "Ours" in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_json_is_the_only_thing_on_standard_output(folder: Path) -> None:
    (folder / "bad.md").write_text("---\ntitle: Day 3: Branching\n---\nText.\n", encoding="utf-8")

    done = run("build", "--json", cwd=folder)

    answer = json.loads(done.stdout)
    assert done.returncode == 1
    assert answer["assets"] == ["paper"]
    assert answer["left_out"] == ["bad.md"]
    assert [(one["code"], one["span"]["line"]) for one in answer["findings"]] == [("EK101", 2)]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_built(folder: Path) -> None:
    (folder / "bad.md").write_text("---\ntitle: Day 3: Branching\n---\nText.\n", encoding="utf-8")

    done = run("build", cwd=folder)

    assert done.returncode == 1
    assert "bad.md:2:" in done.stderr
    assert "EK101" in done.stderr
    assert "1 file left out until mended:\n  bad.md" in done.stdout
    assert (folder / "site" / "guides" / "paper" / "index.html").exists()


def test_no_assets_is_not_a_success(tmp_path: Path) -> None:
    done = run("build", cwd=tmp_path)

    assert done.returncode == 2
    assert "no assets found" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "-C", "nowhere"), "there is no folder nowhere"),
        (("build", "--audience", "everyone"), "`everyone` is not an audience"),
        (("build", "--now", "tomorrow"), "tomorrow"),
        (("build", "--nosuch"), "--nosuch"),
        (("bild",), "bild"),
        (("explain", "EK999"), "nothing is called EK999"),
        (("new", "brochure", "X"), "`brochure` is not an asset type"),
    ],
)
def test_what_cannot_run_says_why_in_a_line_and_ends_with_2(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(*arguments, cwd=folder)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_broken_project_file_is_named_with_line_and_column(folder: Path) -> None:
    (folder / "enablekit.yaml").write_text("name: Ours\naudiance: internal\n", encoding="utf-8")

    done = run("build", cwd=folder)

    assert done.returncode == 2
    assert "enablekit.yaml:2:1: `audiance` is not a setting" in done.stderr
    assert "Did you mean `audience`?" in done.stderr


def test_content_cannot_colour_or_command_a_terminal(folder: Path) -> None:
    title = r"\x1b]0;owned\x07 \x9b31m [red]x[/red] [/] \u202egnp"
    text = f'---\ntitle: "{title}"\nenablement: {{"\\x1b[31mkey": 1}}\n---\n'
    (folder / "hostile.md").write_text(text, encoding="utf-8")

    done = run("build", "--verbose", cwd=folder, FORCE_COLOR="")

    assert done.returncode == 0, done.stderr
    for printed in (done.stdout, done.stderr):
        assert not {char for char in printed if ord(char) < 32} - {"\n"}
        assert not set("\x7f\x9b\u202e\u2066") & set(printed)


def test_new_writes_an_example_that_builds_without_a_finding(folder: Path) -> None:
    (folder / "enablekit.yaml").write_text("name: Ours\n", encoding="utf-8")
    for kind in ("battlecard", "case-study", "deck", "email", "roi-calculator", "white-paper"):
        done = run("new", kind, f"A new {kind}", cwd=folder)
        assert done.returncode == 0, done.stderr
    (folder / "assets" / "roi-calculator").exists()

    built = run("build", "--drafts", "--json", cwd=folder)

    answer = json.loads(built.stdout)
    assert len(answer["assets"]) == 7
    codes = {one["code"] for one in answer["findings"]}
    # The example leads to a calculator that a new project does not have yet.
    assert codes == {"EK607"}


def test_new_never_overwrites(folder: Path) -> None:
    run("new", "email", "Hello", cwd=folder)
    (written,) = folder.glob("assets/**/hello.md")
    written.write_text("mine", encoding="utf-8")

    done = run("new", "email", "Hello", cwd=folder)

    assert done.returncode == 2
    assert written.read_text(encoding="utf-8") == "mine"


def test_init_detects_what_builds_the_site_and_asks_nothing_without_a_terminal(
    folder: Path,
) -> None:
    (folder / "hugo.toml").write_text("title = 'x'\n", encoding="utf-8")

    done = run("init", cwd=folder)

    assert done.returncode == 0, done.stderr
    assert "preset: hugo" in (folder / "enablekit.yaml").read_text(encoding="utf-8")
    assert run("doctor", cwd=folder).stdout.count("enablekit.yaml") >= 1
    assert run("init", cwd=folder).returncode == 2


def test_explain_knows_codes_and_names(folder: Path) -> None:
    by_code = run("explain", "ek101", cwd=folder)
    by_name = run("explain", "front-matter-invalid", cwd=folder)

    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert "Why it matters:" in by_code.stdout
    assert "EK101  front-matter-invalid" in run("explain", cwd=folder).stdout


def test_fields_marks_what_a_type_requires(folder: Path) -> None:
    listed = run("fields", "email", cwd=folder).stdout

    assert "\n* tldr" in listed
    assert "\n  objections" in listed
    schema = json.loads(run("fields", "--json", cwd=folder).stdout)
    assert "tldr" in schema["properties"]["enablement"]["properties"]


def test_it_works_with_an_ascii_terminal_and_without_a_home(folder: Path) -> None:
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

    done = run("build", cwd=folder, **environment)

    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m enablekit explain | head -1"

    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.stderr == ""


def test_a_full_device_is_not_a_success(folder: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "enablekit", "explain"],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_pdf_with_a_sidecar_is_an_asset_without_any_set_up(folder: Path) -> None:
    (folder / "brochure.pdf").write_bytes(b"%PDF-1.7 not read")
    (folder / "brochure.enable.yaml").write_text("title: The brochure\n", encoding="utf-8")

    done = run("build", "--json", cwd=folder)

    assert json.loads(done.stdout)["assets"] == ["brochure", "paper"]


def test_a_file_that_is_not_read_is_known_by_its_bytes(folder: Path) -> None:
    (folder / "brochure.pdf").write_bytes(b"one")
    (folder / "brochure.enable.yaml").write_text("title: The brochure\n", encoding="utf-8")

    def version() -> str:
        run("build", cwd=folder)
        data = json.loads((folder / "site" / "enablekit.json").read_text("utf-8"))
        return str(data["assets"][0]["guide"]["asset"]["digest"])

    before = version()
    (folder / "brochure.pdf").write_bytes(b"two")

    assert version() != before


@pytest.mark.parametrize("into", ["../elsewhere", "/etc", "node_modules/x"])
def test_new_writes_only_where_a_build_looks(folder: Path, into: str) -> None:
    (folder / "enablekit.yaml").write_text("name: Ours\n", encoding="utf-8")

    done = run("new", "email", "Hello", "--into", into, cwd=folder)

    assert done.returncode == 2
    assert "--into" in done.stderr
    assert list(folder.glob("**/hello.md")) == []


def test_new_in_a_hugo_repository_lands_in_its_content(folder: Path) -> None:
    (folder / "hugo.toml").write_text("", encoding="utf-8")

    run("new", "white-paper", "My paper", cwd=folder)

    assert (folder / "content" / "white-papers" / "my-paper.md").exists()
    answer = json.loads(run("build", "--drafts", "--json", cwd=folder).stdout)
    assert answer["assets"] == ["content/white-papers/my-paper"]


def test_a_misspelt_status_says_that_the_piece_is_held_back(folder: Path) -> None:
    (folder / "b.md").write_text("---\ntitle: B\nstatus: puplished\n---\n", encoding="utf-8")

    said = run("build", cwd=folder).stderr

    assert "`puplished` is not a status value, so it is held back as a draft" in said
    assert "Did you mean `published`?" in said


def test_a_misspelt_block_of_guidance_is_a_warning(folder: Path) -> None:
    text = "---\ntitle: B\nenablment:\n  tldr: Short.\nonwer: ana\n---\nText.\n"
    (folder / "b.md").write_text(text, encoding="utf-8")

    said = run("build", cwd=folder).stderr

    assert "b.md:3:1: warning EK111" in said
    assert "Did you mean `enablement`?" in said
    assert "Did you mean `owner`?" in said
