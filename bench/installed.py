"""Finds the programs of others."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sys
from pathlib import Path


def version(package: str) -> str:
    """Return the version of a package, or an empty text if pip has not installed it."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def beside_python(name: str) -> str | None:
    """Return a program of this Python's environment, else the one on the PATH, else None."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def inside_package(package: str, path: str) -> str | None:
    """Return a program that a Python package brings along, or None."""
    found = importlib.util.find_spec(package)
    for folder in (found and found.submodule_search_locations) or ():
        program = Path(folder) / path
        if program.exists():
            return str(program)
    return None
