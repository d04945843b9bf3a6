"""A pull request from beginning to end, in a repository of its own, with the real programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCHEMA = Path(os.environ.get("ENABLEKIT_SARIF_SCHEMA") or os.devnull)
BIN = Path(sys.executable).parent

LEGACY = "---\ntitle: Prices\n---\n\n# Prices\n\nTODO: say what it costs.\n"
PAPER = """\
---
title: "What disputes cost"   # as printed
owner: ana
enablement:
  tldr: Disputes are late payments.
---

# Costs

A dispute costs 14 days. See [prices](prices.md).

<!-- enablekit: ignore[EK703] -- we did measure it -->
It costs time.
"""


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    known = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": "", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=cwd, env={**known, **environment}, capture_output=True, check=False,
        encoding="utf-8", timeout=300,
    )  # fmt: skip


def git(*arguments: str, cwd: Path) -> str:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    done = run("git", *who, *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    (root / "prices.md").write_text(LEGACY, encoding="utf-8")
    (root / "paper.md").write_text(PAPER, encoding="utf-8")
    git("init", "-q", "-b", "main", cwd=root)
    assert run("enablekit", "check", "--write-baseline", cwd=root).returncode == 0
    git("add", ".", cwd=root)
    git("commit", "-qm", "Start with what there is", cwd=root)
    git("checkout", "-qb", "edit", cwd=root)
    return root


def test_an_edit_answers_for_itself_and_for_nothing_older(repository: Path) -> None:
    assert run("enablekit", "check", cwd=repository).returncode == 0
    paper = repository / "paper.md"
    paper.write_text(PAPER.replace("prices.md", "price.md"), encoding="utf-8")

    since = run("enablekit", "check", "--changed-since", "main", "--format", "json",
                "--format", "sarif=out.sarif", cwd=repository)  # fmt: skip
    found = json.loads(since.stdout)["findings"]

    assert since.returncode == 1
    assert {one["path"] for one in found} == {"paper.md"}
    assert "EK601" in {one["code"] for one in found}
    annotations = run("enablekit", "check", "--changed-since", "main", "--format", "github",
                      cwd=repository).stdout  # fmt: skip
    assert "::error file=paper.md,line=10," in annotations
    results = json.loads((repository / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert len(results) == len(found)


def test_a_fix_leaves_the_smallest_diff(repository: Path) -> None:
    done = run("enablekit", "check", "--profile", "strict", "--fix", cwd=repository)

    changed = [
        line
        for line in git("diff", "-U0", cwd=repository).splitlines()
        if line[:1] in "+-" and line[:3] not in {"+++", "---"}
    ]
    assert changed == ["-<!-- enablekit: ignore[EK703] -- we did measure it -->"], done.stdout


@pytest.mark.skipif(not SCHEMA.is_file(), reason="ENABLEKIT_SARIF_SCHEMA names no schema")
@pytest.mark.parametrize("select", ["EK", "EK101"])
def test_sarif_is_what_its_schema_says(repository: Path, select: str) -> None:
    done = run("enablekit", "check", "--no-baseline", "--select", select, "--format", "sarif",
               cwd=repository)  # fmt: skip

    jsonschema.validate(json.loads(done.stdout), json.loads(SCHEMA.read_text("utf-8")))


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "templates/ci/gitlab.yml")],
)
def test_what_we_ship_for_ci_is_what_its_schema_says(schema: str, file: str) -> None:
    done = run("check-jsonschema", "--builtin-schema", schema, file, cwd=ROOT)

    assert done.returncode == 0, done.stdout


def test_the_action_reports_before_it_fails(repository: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = (one for one in action["runs"]["steps"] if one.get("id") == "check")
    assert all("${{" not in one["run"] for one in action["runs"]["steps"])
    output = tmp_path / "output"
    output.touch()
    asked = {"FOLDER": ".", "ARGUMENTS": "--no-baseline --profile strict", "SINCE": "main",
             "SARIF": "my report.sarif", "GITHUB_OUTPUT": str(output)}  # fmt: skip
    (repository / "paper.md").write_text(PAPER.replace("prices.md", "price.md"), encoding="utf-8")

    done = run("bash", "-e", "-o", "pipefail", "-c", step["run"], cwd=repository, **asked)

    assert done.returncode == 0, done.stderr
    assert "::error file=paper.md" in done.stdout
    assert output.read_text("utf-8") == "exit-code=1\nsarif=my report.sarif\n"
    assert json.loads((repository / "my report.sarif").read_text("utf-8"))["runs"]
    (verdict,) = (one for one in action["runs"]["steps"] if one["name"] == "Verdict")
    assert run("bash", "-c", verdict["run"], cwd=repository, CODE="1").returncode == 1


def test_no_input_of_the_action_becomes_a_command(repository: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = (one for one in action["runs"]["steps"] if one.get("id") == "check")
    canary = tmp_path / "ran"
    asked = {
        "FOLDER": f"$(touch {canary})",
        "ARGUMENTS": f"; touch {canary}",
        "SINCE": f"`touch {canary}`",
        "SARIF": "x",
        "GITHUB_OUTPUT": os.devnull,
    }

    run("bash", "-e", "-c", step["run"], cwd=repository, **asked)

    assert not canary.exists()


@pytest.mark.timeout(300)
def test_the_hook_runs_in_pre_commit(repository: Path, tmp_path: Path) -> None:
    manifest = run("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT)
    assert manifest.returncode == 0, manifest.stdout
    copy = tmp_path / "enablekit"
    git("clone", "-q", str(ROOT), str(copy), cwd=tmp_path)
    (repository / "paper.md").write_text(PAPER.replace("prices.md", "price.md"), encoding="utf-8")
    git("add", ".", cwd=repository)

    done = run("pre-commit", "try-repo", str(copy), "enablekit-check", cwd=repository,
               PRE_COMMIT_HOME=str(tmp_path / "cache"))  # fmt: skip

    assert done.returncode == 1, done.stdout
    assert "enablekit check" in done.stdout
    assert "error EK601 broken-link" in done.stdout
