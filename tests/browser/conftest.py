"""The example site, served the way a team would serve it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from web_server import serving, written

from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.publication import Publication

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def example() -> Publication:
    """Return the publication that the unit tests of the site describe."""
    path = TESTS / "unit" / "site" / "conftest.py"
    found = importlib.util.spec_from_file_location("site_example", path)
    assert found is not None
    assert found.loader is not None
    module: Any = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    built: Publication = module.example()
    return built


@pytest.fixture(scope="session")
def templates() -> dict[str, str]:
    """Return the templates that ship, by name."""
    folder = TESTS.parent / "templates" / "site"
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


@pytest.fixture(scope="session")
def folder(
    tmp_path_factory: pytest.TempPathFactory, example: Publication, templates: dict[str, str]
) -> Path:
    """Return a folder with the example site."""
    return written(render(example, templates).files, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Serve the example site on this machine and return its address."""
    with serving(folder) as served:
        yield served


@pytest.fixture(scope="session")
def english() -> dict[str, str]:
    """Return every string of the site with its plural, as the English catalogue has them."""
    text = (TESTS.parent / "templates" / "strings" / "en.yaml").read_text("utf-8")
    known = yaml.safe_load(text)
    return {key: one["other"] if isinstance(one, dict) else "" for key, one in known.items()}
