from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import jsonschema
import pytest

PAPER = r"""---
title: What disputes cost
type: white-paper
enablement:
  must_know:
    - {id: cost, statement: A dispute costs fourteen days.}
  check:
    pass: 100
    items:
      - stem: "What does a dispute \e]0;pwn\a cost \u2028Right.?"
        key: "14 days"
        distractors: ["11 days", "9 days"]
        rationale: "It says so \u202E\e[2J."
        tests: cost
      - stem: Which of these are causes?
        key: [Prices, Quantities]
        distractors: [Weather, Moods]
---
# What disputes cost

A disputed invoice costs 14 days on average.
"""


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what the tests answer apart from the person who runs them."""
    place = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(place))
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "enablekit.yaml").write_text("name: Ours\n", encoding="utf-8")
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


def run(
    *arguments: str, cwd: Path, typed: str | bytes = "", **more: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "enablekit", "quiz", *arguments],
        cwd=cwd, check=False, capture_output=True, timeout=60,
        input=typed if isinstance(typed, bytes) else typed.encode(),
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", **more},
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Return the right answers to the two questions, as numbers."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "paper.md").write_text(PAPER, encoding="utf-8")
    printed = run("paper", "--print", cwd=folder).stdout
    lines = [line.strip() for line in printed.splitlines() if line.startswith("  ")]
    numbers = {text: number for number, text in (line.split(". ", 1) for line in lines)}
    return numbers["14 days"], f"{numbers['Prices']} {numbers['Quantities']}"


def test_a_check_is_passed_by_typing_the_right_answers(folder: Path, keys: tuple[str, str]) -> None:
    first, second = keys

    done = run("paper", cwd=folder, typed=f"{first}!\n{second}\n")

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Right.\n") == 2
    assert "Passed: 2 of 2 right" in done.stdout
    assert "Where: paper.md, lines " in done.stdout
    assert "Read again" not in done.stdout


def test_a_wrong_answer_is_explained_and_listed_to_read_again(
    folder: Path, keys: tuple[str, str]
) -> None:
    first, second = keys
    wrong = "1" if first != "1" else "2"

    done = run("paper", cwd=folder, typed=f"{wrong}!\n{second}\n")

    assert done.returncode == 1
    assert "Not right, though you were sure" in done.stdout
    assert f"Right is:\n  {first}. 14 days" in done.stdout
    assert "You were sure of these" in done.stdout
    assert (
        "Read again:\n  - paper.md, lines 10 to 14: A dispute costs fourteen days." in done.stdout
    )


def test_nonsense_is_asked_again_and_costs_nothing(folder: Path, keys: tuple[str, str]) -> None:
    first, second = keys
    typed = f"\n7\n\x1b[A\n \n{first}\n".encode() + b"\xff\xfe\n" + f"{second}\n".encode()

    done = run("paper", cwd=folder, typed=typed)

    assert done.returncode == 0, done.stderr
    assert done.stderr.count("There is no answer yet") == 2
    assert done.stderr.count("The answers are 1 to ") == 3


def test_the_end_of_the_answers_keeps_them_for_another_time(
    folder: Path, keys: tuple[str, str]
) -> None:
    first, second = keys

    stopped = run("paper", cwd=folder, typed=f"{first}\n")
    listed = run(cwd=folder)
    done = run("paper", cwd=folder, typed=f"{second}\n")

    assert stopped.returncode == 130
    assert "Stopped: 1 of 2 answered." in stopped.stderr
    assert "enablekit quiz paper" in stopped.stderr
    assert "paper: 2 questions, 1 answered" in listed.stdout
    assert done.returncode == 0
    assert "You answered 1 before; 1 to go." in done.stdout
    assert "Question 1 of 2" not in done.stdout


def test_restart_and_an_edited_check_begin_anew(folder: Path, keys: tuple[str, str]) -> None:
    first, second = keys
    run("paper", cwd=folder, typed=f"{first}\n")

    again = run("paper", "--restart", cwd=folder, typed=f"{first}\n{second}\n")
    run("paper", cwd=folder, typed=f"{first}\n")
    path = folder / "paper.md"
    path.write_text(PAPER.replace("Moods", "Winds"), encoding="utf-8")
    edited = run("paper", cwd=folder)

    assert again.returncode == 0
    assert "before" not in again.stdout
    assert "edited since you began" in edited.stdout
    assert "Question 1 of 2" in edited.stdout
    assert "edited since, so take it again" in run(cwd=folder).stdout


def test_what_is_kept_is_the_persons_own_and_not_in_the_project(folder: Path, state: Path) -> None:
    before = sorted(folder.rglob("*"))

    run("paper", cwd=folder, typed="1\n")

    (kept,) = [path for path in state.rglob("*") if path.is_file()]
    assert kept.stat().st_mode & 0o077 == 0
    assert sorted(folder.rglob("*")) == before
    assert "Nothing is kept." in run("--forget", cwd=folder).stdout
    assert json.loads(kept.read_text("utf-8"))["begun"] == {}


@pytest.mark.parametrize(
    "damaged",
    [
        "", "{", "[]", '{"schema":"enablekit.quiz/1","begun":[],"attempts":{}}', "[" * 100_000,
        '{"schema":"enablekit.quiz/1","begun":{"paper internal":{"answers":[]}},"attempts":[1,{}]}',
        '{"schema":"enablekit.quiz/1","begun":{"paper internal":7},"attempts":[{"asset":"paper"}]}',
    ],
)  # fmt: skip
def test_damaged_notes_are_as_good_as_none(
    folder: Path, keys: tuple[str, str], state: Path, damaged: str
) -> None:
    first, second = keys
    run("paper", cwd=folder, typed="1\n")
    (kept,) = [path for path in state.rglob("*") if path.is_file()]
    kept.write_text(damaged, encoding="utf-8")

    done = run("paper", cwd=folder, typed=f"{first}\n{second}\n")

    assert done.returncode == 0, done.stderr


def test_without_a_home_it_is_taken_in_one_go(folder: Path, keys: tuple[str, str]) -> None:
    first, second = keys

    done = run("paper", cwd=folder, typed=f"{first}\n{second}\n", XDG_STATE_HOME="", HOME="")

    assert done.returncode == 0
    assert done.stderr.count("cannot be kept here") == 1


def test_a_file_of_answers_is_graded_and_the_attempt_fits_its_schema(
    folder: Path, keys: tuple[str, str], checkout: Path
) -> None:
    first, second = keys
    (folder / "answers.txt").write_text(f"{first}!\n\n{second}\n", encoding="utf-8")

    done = run("paper", "--answers", "answers.txt", "--json", "--now", "2026-11-01", cwd=folder)
    schema = json.loads(
        (checkout / "docs/reference/schemas/attempts-1.schema.json").read_text("utf-8")
    )
    attempts = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert "Question 1 of 2" in done.stderr
    jsonschema.validate(attempts, schema)
    assert attempts["attempts"][0]["at"] == "2026-11-01T00:00:00.000Z"
    sure = [one["sure"] for one in attempts["attempts"][0]["answers"].values()]
    assert sure == [True, False]
    kept = run("--attempts", "--json", cwd=folder)
    assert json.loads(kept.stdout) == attempts


@pytest.mark.parametrize(
    ("text", "said"),
    [("1\n", "1 answer for 2 questions"), ("1\nx9\n", "answer 2"), (None, "cannot be read")],
)
def test_a_file_that_cannot_be_understood_keeps_nothing(
    folder: Path, state: Path, text: str | None, said: str
) -> None:
    if text is not None:
        (folder / "answers.txt").write_text(text, encoding="utf-8")

    done = run("paper", "--answers", "answers.txt", cwd=folder)

    assert done.returncode == 2
    assert said in done.stderr
    assert [path for path in state.rglob("*") if path.is_file()] == []


def test_an_asset_that_is_not_there_or_has_no_check_is_named(folder: Path) -> None:
    (folder / "bare.md").write_text("# Bare\n\nHello.\n", encoding="utf-8")

    assert "no asset `nothing`" in run("nothing", cwd=folder).stderr
    bare = run("bare", cwd=folder)
    assert bare.returncode == 2
    assert "`bare` has no check" in bare.stderr


def test_a_wider_audience_reads_no_file_names(checkout: Path) -> None:
    example = checkout / "examples" / "meridian"
    path = "assets/white-papers/cost-of-disputes.md"

    done = run(path, "--audience", "customer", "--now", "2026-11-01", cwd=example, typed="1\n")

    assert done.returncode == 130, done.stderr
    assert "Where: line" in done.stdout
    assert path not in done.stdout + done.stderr
    assert "--audience customer" in done.stderr
    assert "before" not in run(path, "--now", "2026-11-01", cwd=example).stdout


def test_in_a_terminal_of_forty_columns_ctrl_c_keeps_the_answers(folder: Path) -> None:
    code, shown = at_terminal(folder, [("one number: ", "1\n"), ("between: ", "\x03")])

    assert code == 130
    assert "Stopped: 1 of 2 answered." in shown
    assert "They are kept." in shown
    ours = shown.split("Stopped:")[0].replace("\r", "").splitlines()
    assert max(len(line) for line in ours if "paper.md" not in line) <= 40


def test_nothing_in_an_asset_reaches_the_terminal_as_a_command(folder: Path) -> None:
    _, shown = at_terminal(folder, [("one number: ", "1\n"), ("between: ", "\x04")])

    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\u2028", "\x9b"}
    assert "cost ?" not in shown.replace("\r\n", " ")


def at_terminal(folder: Path, steps: list[tuple[str, str]]) -> tuple[int, str]:
    """Take the check at a narrow terminal: wait for a prompt, type, and so on."""
    child, ours = pty.fork()
    if child == 0:  # the program, with the terminal as its own, narrow before it can look
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
        os.chdir(folder)
        # A width in the environment would count for more than the terminal's own.
        around = {name: word for name, word in os.environ.items() if name != "COLUMNS"}
        os.execve(  # noqa: S606 - no shell is wanted
            sys.executable,
            [sys.executable, "-m", "enablekit", "quiz", "paper"],
            {**around, "PYTHONUTF8": "1", "NO_COLOR": "1"},
        )
    shown, before, until = b"", 0, time.monotonic() + 60
    while time.monotonic() < until:
        if steps and steps[0][0].encode() in shown[before:]:
            before = len(shown)
            os.write(ours, steps.pop(0)[1].encode())
        if select.select([ours], [], [], 0.1)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:  # how Linux says that the program has ended
                break
    else:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(ours)
    return os.waitstatus_to_exitcode(status), shown.decode()
