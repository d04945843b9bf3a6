from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path


def answered(folder: Path, answers: str) -> tuple[int, str]:
    """Run `enablekit init` at a terminal and type answers, one a line."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "enablekit", "init"],
        cwd=folder, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        os.write(ours, answers.encode())
        out, err = process.communicate(timeout=60)
    os.close(theirs)
    os.close(ours)
    return process.returncode, out + err


def test_at_most_five_questions_are_asked_and_the_answers_are_written(tmp_path: Path) -> None:
    answers = "Our guide\n\nde\nCFO, IT lead\nWe chase by phone; Nobody owns it\n"

    code, said = answered(tmp_path, answers)

    assert code == 0, said
    assert said.count("?") == 5
    written = (tmp_path / "enablekit.yaml").read_text("utf-8")
    assert 'name: "Our guide"' in written
    assert "preset: plain" in written
    assert "language: de" in written
    assert 'it-lead: {name: "IT lead"}' in written
    assert 'we-chase-by-phone: {name: "We chase by phone", says: "We chase by phone"}' in written


def test_enter_five_times_is_a_good_answer_and_the_file_is_valid(tmp_path: Path) -> None:
    code, said = answered(tmp_path, "\n" * 5)
    (tmp_path / "a.md").write_text("# A\n\nText.\n", encoding="utf-8")

    assert code == 0, said
    built = subprocess.run(
        [sys.executable, "-m", "enablekit", "build"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr


def test_a_wrong_answer_is_not_written(tmp_path: Path) -> None:
    code, said = answered(tmp_path, "Ours\ngatsby\n\n\n\n")

    assert code == 2
    assert "gatsby" in said
    assert not (tmp_path / "enablekit.yaml").exists()
