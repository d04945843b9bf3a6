"""Where the templates are found in an installation and in a checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from enablekit.adapters.bundled import find, templates
from enablekit.errors import WorldError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_templates_of_this_very_program_are_found() -> None:
    assert templates().name == "templates"
    assert templates().is_dir()


def test_the_installed_copy_comes_first(tmp_path: Path) -> None:
    package = tmp_path / "src/enablekit"
    (package / "templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    (tmp_path / "pyproject.toml").write_text("")
    assert find(package) == package / "templates"


def test_a_checkout_is_known_by_its_project_file(tmp_path: Path) -> None:
    package = tmp_path / "src/enablekit"
    package.mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    with pytest.raises(WorldError, match="templates are missing"):
        find(package)
    (tmp_path / "pyproject.toml").write_text("")
    assert find(package) == tmp_path / "templates"
