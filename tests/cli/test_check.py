from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OWNERLESS = "---\ntitle: Pricing\n---\n\n# Pricing\n\nIt costs what it costs.\n"
OWNED = OWNERLESS.replace("title: Pricing\n", "title: Pricing\nowner: ana\n")
ONLY = ("--select", "no-owner,EK902,EK903,EK904")


def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": ""}
    return subprocess.run(
        [sys.executable, "-m", "enablekit", "check", *arguments],
        cwd=cwd, capture_output=True, check=False, timeout=60, env=environment, input=stdin,
    )  # fmt: skip


def git(*arguments: str, cwd: Path) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    command = ["git", *who, *arguments]
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, timeout=60)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pricing.md").write_text(OWNERLESS, encoding="utf-8")
    (tmp_path / "paper.md").write_text(
        "---\ntitle: Paper\nowner: ana\n---\n\nSee [pricing](pricing.md).\n", encoding="utf-8"
    )
    return tmp_path


def test_a_finding_is_shown_with_its_line_and_fails(project: Path) -> None:
    done = run(*ONLY, cwd=project)

    assert done.returncode == 1
    assert b" --> pricing.md:2:8" in done.stdout
    assert b"2 | title: Pricing\n  |        ^^^^^^^\n" in done.stdout
    assert b"2 assets checked: 1 error in 1 file" in done.stdout


def test_nothing_found_is_success(project: Path) -> None:
    (project / "pricing.md").write_text(OWNED, encoding="utf-8")

    done = run(*ONLY, cwd=project)

    assert (done.returncode, done.stdout) == (0, b"2 assets checked: nothing found\n")


def test_no_asset_at_all_is_not_success(tmp_path: Path) -> None:
    assert run(cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "no-ownr"), b"no rule is called no-ownr"),
        (("--profile", "strickt"), b"`strickt` is no profile"),
        (("--fail-on", "sometimes"), b"`sometimes` is no severity"),
        (("--format", "sarfi"), b"Did you mean sarif?"),
        (("--format", "json", "--format", "sarif"), b"cannot share standard output"),
        (("--changed-since", "main"), b"is in no Git repository"),
        (("--baseline", "known.json"), b"there is no baseline known.json"),
        (("--stdin-filename", "other.md"), b"other.md is no asset of this project"),
    ],
)
def test_what_cannot_be_done_is_said(
    project: Path, arguments: tuple[str, ...], message: bytes
) -> None:
    done = run(*arguments, cwd=project)

    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == b""


def test_the_project_file_decides_and_the_command_line_overrides(project: Path) -> None:
    (project / "enablekit.yaml").write_text(
        "check:\n  select: [no-owner]\n  severity: {EK504: warning}\n", encoding="utf-8"
    )

    assert run(cwd=project).returncode == 0
    assert b"1 warning" in run(cwd=project).stdout
    assert run("--fail-on", "warning", cwd=project).returncode == 1
    assert b"nothing found" in run("--ignore", "EK5", cwd=project).stdout


def test_a_mistake_in_the_policy_is_shown_where_it_stands(project: Path) -> None:
    (project / "enablekit.yaml").write_text("check:\n  profil: strict\n", encoding="utf-8")

    done = run(cwd=project)

    assert done.returncode == 2
    assert b"enablekit.yaml:2:3" in done.stderr
    assert b"Did you mean `profile`?" in done.stderr


def test_reports_go_to_files_and_standard_output_holds_one_form_only(project: Path) -> None:
    done = run(*ONLY, "--format", "json", "--format", "sarif=out.sarif", cwd=project)

    assert json.loads(done.stdout)["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert json.loads((project / "out.sarif").read_bytes())["runs"][0]["results"]


def test_a_job_gets_a_summary_beside_its_annotations(project: Path) -> None:
    summary = project.parent / "summary"
    summary.write_text("before\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "enablekit", "check", *ONLY, "--format", "github"],
        cwd=project, capture_output=True, check=False, timeout=60,
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary)},
    )  # fmt: skip

    assert done.stdout.startswith(b"::error file=pricing.md,line=2,")
    assert summary.read_text("utf-8").startswith("before\n## ❌ enablekit check\n")


def test_a_baseline_lets_a_repository_start_today_and_only_get_better(project: Path) -> None:
    assert run(*ONLY, "--write-baseline", cwd=project).returncode == 0
    assert b"1 known from the baseline" in run(*ONLY, cwd=project).stdout
    assert run(*ONLY, "--no-baseline", cwd=project).returncode == 1

    (project / "new.md").write_text(OWNERLESS, encoding="utf-8")
    assert b"--> new.md" in run(*ONLY, cwd=project).stdout
    (project / "new.md").unlink()

    (project / "pricing.md").write_text(OWNED, encoding="utf-8")
    mended = run(*ONLY, cwd=project)
    assert mended.returncode == 1
    assert b"EK904 stale-baseline" in mended.stdout

    assert run(*ONLY, "--prune-baseline", cwd=project).returncode == 0
    assert (project / "enablekit-baseline.json").read_text("utf-8").count("EK504") == 0
    (project / "pricing.md").write_text(OWNERLESS, encoding="utf-8")
    assert run(*ONLY, cwd=project).returncode == 1


def test_a_check_of_some_rules_calls_no_entry_of_others_stale(project: Path) -> None:
    run(*ONLY, "--write-baseline", cwd=project)

    assert run("--select", "EK902", cwd=project).returncode == 0


def test_a_change_answers_for_what_it_touches(project: Path) -> None:
    (project / "other.md").write_text(OWNERLESS, encoding="utf-8")
    git("init", "-q", "-b", "main", cwd=project)
    git("add", ".", cwd=project)
    git("commit", "-qm", "Start", cwd=project)
    assert run(*ONLY, "--changed-since", "main", cwd=project).returncode == 0

    (project / "pricing.md").write_text(OWNERLESS + "\nMore.\n", encoding="utf-8")
    since = run(*ONLY, "--changed-since", "main", cwd=project)
    assert b"--> pricing.md" in since.stdout
    assert b"1 in files the change does not touch" in since.stdout
    assert run(*ONLY, "--staged", cwd=project).returncode == 0

    git("add", ".", cwd=project)
    assert run(*ONLY, "--staged", cwd=project).returncode == 1


def test_a_branch_nobody_fetched_is_said_and_not_guessed(project: Path) -> None:
    git("init", "-q", cwd=project)
    git("add", ".", cwd=project)
    git("commit", "-qm", "Start", cwd=project)

    done = run("--changed-since", "origin/main", cwd=project)

    assert done.returncode == 2
    assert b"Git does not know `origin/main` here" in done.stderr
    assert b"fetch-depth: 0" in done.stderr


def test_a_shallow_clone_is_said_and_not_guessed(project: Path, tmp_path: Path) -> None:
    git("init", "-q", "-b", "main", cwd=project)
    git("add", ".", cwd=project)
    git("commit", "-qm", "Start", cwd=project)
    git("checkout", "-qb", "work", cwd=project)
    (project / "pricing.md").write_text(OWNED, encoding="utf-8")
    git("commit", "-qam", "Own it", cwd=project)
    git("checkout", "-q", "main", cwd=project)
    (project / "paper.md").write_text(OWNED, encoding="utf-8")
    git("commit", "-qam", "Else", cwd=project)
    clone = tmp_path / "clone"
    address = f"file://{project}"
    git("clone", "-q", "--depth", "1", "--no-single-branch", address, str(clone), cwd=tmp_path)
    git("checkout", "-q", "work", cwd=clone)

    done = run("--changed-since", "origin/main", cwd=clone)

    assert done.returncode == 2
    assert b"this clone is shallow" in done.stderr


def test_a_branch_name_is_never_an_option_of_git(project: Path) -> None:
    git("init", "-q", cwd=project)

    done = run("--changed-since", "--output=pwned", cwd=project)

    assert done.returncode == 2
    assert not (project / "pwned").exists()


UNUSED = "One.\r\n\r\n<!-- enablekit: ignore[EK504] -- old -->\r\nTwo. \t\r\n"


def test_a_fix_changes_what_it_names_and_no_other_byte(project: Path) -> None:
    paper = project / "paper.md"
    front = "---\r\ntitle:   Paper  # kept\r\nowner: ana\r\n---\r\n\r\n"
    paper.write_bytes(("\ufeff" + front + UNUSED).encode())
    (project / "pricing.md").unlink()

    shown = run(*ONLY, "--diff", cwd=project)
    assert shown.returncode == 1
    assert b"-<!-- enablekit: ignore[EK504] -- old -->" in shown.stdout
    assert b"enablekit" in paper.read_bytes()

    fixed = run(*ONLY, "--fix", cwd=project)
    assert fixed.returncode == 0
    assert paper.read_bytes() == ("\ufeff" + front + "One.\r\n\r\nTwo. \t\r\n").encode()
    once = paper.read_bytes()
    assert run(*ONLY, "--fix", cwd=project).returncode == 0
    assert paper.read_bytes() == once


def test_an_editor_can_ask_about_what_it_holds(project: Path) -> None:
    done = run(*ONLY, "--stdin-filename", "pricing.md", cwd=project, stdin=OWNED.encode())

    assert done.returncode == 0


def test_findings_are_counted_by_rule(project: Path) -> None:
    done = run(*ONLY, "--statistics", cwd=project)

    assert done.stdout == b"     1  EK504  no-owner\n     1  in all\n"


def test_watching_goes_on_until_it_is_ended(project: Path) -> None:
    watching = subprocess.Popen(
        [sys.executable, "-m", "enablekit", "check", *ONLY, "--watch"],
        cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert watching.stdout is not None
        lines = iter(watching.stdout.readline, b"")
        assert any(b"1 error" in line for line in lines)
        (project / "pricing.md").write_text(OWNED, encoding="utf-8")
        assert any(b"nothing found" in line for line in lines)
    finally:
        watching.terminate()
        watching.wait(timeout=10)
        assert watching.stdout is not None
        watching.stdout.close()


def test_an_asset_in_a_subfolder_of_the_repository_is_named_as_the_repository_does(
    tmp_path: Path,
) -> None:
    content = tmp_path / "site" / "content"
    content.mkdir(parents=True)
    (content / "pricing.md").write_text(OWNERLESS, encoding="utf-8")
    git("init", "-q", cwd=tmp_path)

    done = run(*ONLY, "--format", "github", cwd=content)

    assert done.stdout.startswith(b"::error file=site/content/pricing.md,")


OLD = "---\ntitle: Old\nowner: ana\n---\n\nThe German portal is coming soon.\n"


def test_the_age_of_a_text_is_taken_from_its_history_where_it_does_not_say(project: Path) -> None:
    (project / "old.md").write_text(OLD, encoding="utf-8")
    git("init", "-q", "-b", "main", cwd=project)
    git("add", ".", cwd=project)
    git("commit", "-qm", "Start", "--date", "2024-01-01T12:00:00", cwd=project)

    later = run("--select", "EK506", "--now", "2036-01-01", cwd=project)
    clone = project.parent / "shallow"
    git("clone", "-q", "--depth", "1", f"file://{project}", str(clone), cwd=project)
    shallow = run("--select", "EK506,EK905", "--now", "2036-01-01", cwd=clone)

    assert "“coming soon”" in later.stdout.decode()
    assert b"EK905 history-unavailable: this clone is shallow" in shallow.stdout
    assert b"coming soon" not in shallow.stdout


def start_repository(root: Path) -> None:
    git("init", "-q", "-b", "main", cwd=root)
    git("add", ".", cwd=root)
    git("commit", "-qm", "Start", cwd=root)


def broken(root: Path, *arguments: str) -> str:
    """Return what is reported about relations in a change since the last commit."""
    done = run("--changed-since", "HEAD", "--select", "EK6,EK109", *arguments, "--format",
               "concise", cwd=root)  # fmt: skip
    return done.stdout.decode()


def test_a_deleted_file_breaks_what_links_it(project: Path) -> None:
    start_repository(project)
    git("rm", "-q", "pricing.md", cwd=project)

    assert "paper.md:6:" in broken(project)


def test_a_renamed_file_breaks_what_links_it(project: Path) -> None:
    start_repository(project)
    git("mv", "pricing.md", "prices.md", cwd=project)

    assert "paper.md:6:" in broken(project)


def test_a_changed_asset_is_reported_with_those_that_link_it(project: Path) -> None:
    start_repository(project)
    (project / "pricing.md").write_text(OWNED + "\nMore.\n", encoding="utf-8")

    done = run("--select", "no-next-step,EK201", "--changed-since", "HEAD", cwd=project)

    assert b"--> paper.md" in done.stdout


def test_what_the_next_commit_holds_is_what_is_checked(project: Path) -> None:
    (project / "pricing.md").write_text(OWNED, encoding="utf-8")
    start_repository(project)
    (project / "pricing.md").write_text(OWNERLESS, encoding="utf-8")
    git("add", ".", cwd=project)
    (project / "pricing.md").write_text(OWNED, encoding="utf-8")

    assert run(*ONLY, "--staged", cwd=project).returncode == 1


def test_an_editor_gets_its_own_text_back_and_no_other(project: Path) -> None:
    (project / "paper.md").write_bytes(UNUSED.encode())

    done = run(*ONLY, "--fix", "--stdin-filename", "pricing.md", cwd=project, stdin=OWNED.encode())

    assert done.stdout == OWNED.encode()
    assert (project / "paper.md").read_bytes() == UNUSED.encode()


def test_no_file_is_written_through_a_link_or_a_name_laid_out_for_it(project: Path) -> None:
    victim = project.parent / "victim"
    victim.write_text("precious", encoding="utf-8")
    (project / "paper.md").write_bytes(UNUSED.encode())
    (project / ".paper.md.enablekit").symlink_to(victim)
    assert run(*ONLY, "--fix", cwd=project).returncode == 1  # pricing has no owner still
    assert b"enablekit" not in (project / "paper.md").read_bytes()
    assert not (project / "paper.md").is_symlink()

    (project / "enablekit-baseline.json").symlink_to(victim)
    assert run("--write-baseline", cwd=project).returncode == 2
    assert victim.read_text("utf-8") == "precious"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-baseline", "--prune-baseline"),
        ("--diff", "--write-baseline"),
        ("--fix", "--prune-baseline"),
    ],
)
def test_what_would_lose_a_baseline_is_refused(project: Path, arguments: tuple[str, ...]) -> None:
    run(*ONLY, "--write-baseline", cwd=project)
    before = (project / "enablekit-baseline.json").read_bytes()

    assert run(*ONLY, *arguments, cwd=project).returncode == 2
    assert (project / "enablekit-baseline.json").read_bytes() == before


def test_a_baseline_of_some_rules_keeps_the_entries_of_others(project: Path) -> None:
    run("--select", "EK504", "--write-baseline", cwd=project)
    run("--select", "EK201", "--write-baseline", cwd=project)
    run("--select", "EK902", "--prune-baseline", cwd=project)

    text = (project / "enablekit-baseline.json").read_text("utf-8")
    assert "EK504" in text
    assert "EK201" in text


def test_a_damaged_baseline_is_said(project: Path) -> None:
    for text in ("[" * 200_000, "{}"):
        (project / "enablekit-baseline.json").write_text(text, encoding="utf-8")
        assert b"is not a baseline" in run(cwd=project).stderr
    (project / "enablekit-baseline.json").unlink()
    os.mkfifo(project / "enablekit-baseline.json")
    assert b"is not a file" in run("--write-baseline", cwd=project).stderr


def test_a_new_gap_beside_a_known_one_is_new(project: Path) -> None:
    front = "---\ntitle: Case\ntype: case-study\nowner: ana\nenablement:\n  tldr: It.\n"
    case = project / "case.md"
    case.write_text(front + "  talk_track: [{say: Hello.}]\n---\n\nText.\n", encoding="utf-8")
    run("--select", "EK202", "--write-baseline", cwd=project)
    assert run("--select", "EK202", cwd=project).returncode == 0

    case.write_text(front + "---\n\nText.\n", encoding="utf-8")

    assert run("--select", "EK202", cwd=project).returncode == 1


def test_a_report_never_overwrites_an_asset(project: Path) -> None:
    done = run("--format", "json=paper.md", cwd=project)

    assert done.returncode == 2
    assert b"paper.md is an asset" in done.stderr


def test_content_starts_no_command_in_the_log_of_a_job(project: Path) -> None:
    (project / "paper.md").write_text(
        "---\ntitle: '##[error]x'\n---\n\n::error file=x::forged\n\n"
        "<!-- enablekit: ignore[EK504] -- old -->\n",
        encoding="utf-8",
    )
    for arguments in (("--diff",), ("--format", "concise"), ("--format", "json"), ()):
        done = subprocess.run(
            [sys.executable, "-m", "enablekit", "check", *arguments],
            cwd=project, capture_output=True, check=False, timeout=60,
            env={**os.environ, "GITHUB_ACTIONS": "true"},
        )  # fmt: skip
        stopped = ""
        for line in done.stdout.decode().splitlines():
            if line.startswith("::stop-commands::"):
                stopped = line.removeprefix("::stop-commands::")
            elif stopped and line == f"::{stopped}::":
                stopped = ""
            elif not stopped:
                assert not line.lstrip().startswith("::")
                assert "##[" not in line
