"""Builds made-up assets with enablekit, which is what all others are measured against."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import corpus
from program import Program

if TYPE_CHECKING:
    from pathlib import Path

# 1 says that something was found in the content; the site is written all the same.
_PASSING = frozenset({0, 1})


def set_up(project: Path, count: int) -> Program:
    """Write a project with so many assets, built with as many processes as enablekit likes."""
    corpus.write(project, count)
    return Program(
        name="enablekit",
        project=project,
        outputs=project.with_name("built"),
        command=partial(_command, project, 0),
        passing=_PASSING,
    )


def with_jobs(project: Path, jobs: int) -> Program:
    """Build the same project with a number of processes."""
    return Program(
        name=f"enablekit -j {jobs}",
        project=project,
        outputs=project.with_name(f"built-by-{jobs}"),
        command=partial(_command, project, jobs),
        passing=_PASSING,
        again=False,
    )


def _command(project: Path, jobs: int, output: Path) -> list[str]:
    build = [sys.executable, "-m", "enablekit", "build", "-C", str(project), "-j", str(jobs)]
    return [*build, "--output", str(output), "--now", "2026-11-01"]
