"""What all packages promise: the same bytes, small, self-contained, accessible and discreet."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from every_form import HOSTILE, MERIDIAN, NOW, RIGHT, parcel, publication
from learning_platform import fill, served, submit

from enablekit.adapters import bundled
from enablekit.exporters import cmi5, scorm12, scorm2004, xapi
from enablekit.model.audience import Audience
from enablekit.model.parcel import Parcel
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from enablekit.model.publication import Publication

PACKAGES = (scorm12, scorm2004, cmi5)
MOST = 60_000  # bytes for an asset, without media
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
_HASHES = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from every_form import PROGRAM, parcel
from enablekit.exporters import cmi5, scorm12, scorm2004, xapi
for form in (scorm12, scorm2004, cmi5, xapi):
    for program in (None, PROGRAM):
        for name, data in form.files(parcel(0, 1, program=program)).items():
            print(name, hashlib.sha256(data).hexdigest())
"""


@pytest.fixture(params=PACKAGES, ids=lambda form: form.NAME)
def form(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    return module


def page_of(form: ModuleType) -> bytes:
    [data] = form.files(parcel()).values()
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return pack.read("index.html")


def test_packages_have_the_same_bytes_whatever_the_seed_and_the_zone() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", _HASHES, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"))
    }
    assert len(runs) == 1
    assert (
        len(next(iter(runs)).splitlines()) == 11
    )  # a program is one package, and activities are one file


def test_every_asset_of_the_example_is_a_small_package(form: ModuleType) -> None:
    built = publication()
    fitting = tuple(one for one in built.compiled if not form.lacks(one))
    files = form.files(Parcel(publication=built, compiled=fitting, parts=bundled.parts()))
    assert len(files) == len(fitting) > 10
    assert {name: len(data) for name, data in files.items() if len(data) > MOST} == {}


def test_an_asset_that_must_not_be_used_has_no_package(form: ModuleType) -> None:
    gone = [one for one in publication().compiled if not one.check.items]
    assert gone
    assert all(form.lacks(one) == "has no check" for one in gone)


def sayings(built: Publication) -> set[str]:
    """Return what the guidance of a build says, and what its assets are called."""
    said = set()
    for one in built.compiled:
        guidance = one.guide.asset.guidance
        said |= {one.guide.asset.title}
        said |= {entry.respond for entry in guidance.objections}
        said |= {entry.statement for entry in guidance.must_know}
    return said - {""}


def test_a_package_for_customers_holds_nothing_internal(form: ModuleType) -> None:
    built = load(MERIDIAN, now=NOW, audience=Audience.CUSTOMER)
    fitting = tuple(one for one in built.compiled if not form.lacks(one))
    files = form.files(Parcel(publication=built, compiled=fitting, parts=bundled.parts()))
    texts = []
    for data in files.values():
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            texts += [pack.read(name).decode() for name in pack.namelist()]
    whole = "\n".join(texts)
    inside = load(MERIDIAN, now=NOW)
    secrets = sayings(inside) - sayings(built)
    assert len(secrets) > 20
    assert fitting
    assert '"audience":"customer"' in whole
    assert [one for one in secrets if json.dumps(one, ensure_ascii=False)[1:-1] in whole] == []
    assert [one.file for one in inside.compiled if one.file in whole] == []


def test_nothing_in_a_check_can_end_a_script(form: ModuleType) -> None:
    page = page_of(form).decode()
    assert page.count("</script>") == page.count("<script") == 5
    assert "<!--" not in page
    assert "{scripts}" in page  # the words of a title are words
    assert HOSTILE.split()[0] in page


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_package_is_accessible_before_and_after_the_answers(
    form: ModuleType, scheme: str, browser: Browser
) -> None:
    with served({"/index.html": page_of(form)}) as running:
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": 390, "height": 844},
        )
        tab = context.new_page()
        tab.goto(f"{running.address}index.html")
        tab.locator("#question-1").wait_for()
        tab.evaluate("document.getElementById('leave').hidden = false")
        found = [one["id"] for one in Axe().run(tab, options=RULES).response["violations"]]
        fill(tab, RIGHT)
        submit(tab)
        found += [one["id"] for one in Axe().run(tab, options=RULES).response["violations"]]
        assert found == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390
        tab.set_viewport_size({"width": 320, "height": 640})
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
        context.close()
    assert running.asked[0] == "/index.html"
    assert set(running.asked) <= {"/index.html", "/favicon.ico"}


def test_an_export_writes_one_package_for_each_asset(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable, "-m", "enablekit", "export", "scorm12", "case-hallmann",
            "roi-calculator",
            "-C", str(MERIDIAN), "--now", NOW, "-o", str(tmp_path),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.startswith("2 assets for internal, 2 files")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["case-hallmann.scorm12.zip", "roi-calculator.scorm12.zip"]
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    built = publication()
    wanted = tuple(one for one in built.compiled if f"{one.guide.asset.id}.scorm12.zip" in names)
    again = scorm12.files(Parcel(publication=built, compiled=wanted, parts=bundled.parts()))
    assert again == first


def test_activities_name_no_file() -> None:
    [lines] = xapi.files(parcel()).values()
    assert b".md" not in lines
