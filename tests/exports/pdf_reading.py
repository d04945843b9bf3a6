"""Reads PDF files with Poppler, as the programs on most computers do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"),
    reason="Poppler is not installed",
)


def facts(file: Path) -> dict[str, str]:
    """Return what a PDF says about itself, by name."""
    done = subprocess.run(
        ["pdfinfo", file], check=True, capture_output=True, encoding="utf-8", timeout=60
    )
    pairs = (line.partition(":") for line in done.stdout.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


def text(file: Path, page: int = 0) -> str:
    """Return the words of a PDF, or of one of its pages, in the order in which they are set."""
    only = ["-f", str(page), "-l", str(page)] if page else []
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", *only, file, "-"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return done.stdout.decode("utf-8")


def run_together(words: str) -> str:
    """Return words without blanks, and without the hyphens at which a line may have ended."""
    return re.sub(r"[\s\u00ad\u200b\ufeff-]", "", words)
