"""A project makes the site its own with a colour, a logo and a typeface."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from enablekit.config.brand import DARK, LIGHT

CHECKOUT = Path(__file__).parents[2]
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def build(root: Path, settings: str) -> subprocess.CompletedProcess[str]:
    (root / "paper.md").write_text("---\ntitle: Paper\n---\nText.\n", encoding="utf-8")
    (root / "enablekit.yaml").write_text(settings, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "enablekit", "build", "--now", "2026-11-01"],
        cwd=root, capture_output=True, check=False, text=True, timeout=60,
    )  # fmt: skip


def test_a_brand_shows_on_every_page(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_bytes(LOGO)
    done = build(tmp_path, 'brand: {color: "#6b1f7c", logo: mark.svg, typeface: serif}\n')
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    sheet = (site / "brand.css").read_text("utf-8")
    assert "--accent: #6b1f7c; --on-accent: #ffffff;" in sheet
    assert "prefers-color-scheme: dark" in sheet
    assert "ui-serif" in sheet
    assert (site / "logo.svg").read_bytes() == LOGO
    for page in sorted(set(site.rglob("*.html")) - {site / "404.html"}):
        text = page.read_text("utf-8")
        assert "brand.css" in text
        assert 'logo.svg" alt=""' in text


def test_a_colour_nobody_can_read_is_named_and_the_nearest_is_used(tmp_path: Path) -> None:
    done = build(tmp_path, 'brand: {color: "#ffcc00"}\n')
    assert done.returncode == 0
    assert "EK909 brand-contrast" in done.stderr
    assert "has a contrast of 1." in done.stderr
    offered = re.search(r'write `color: "(#[0-9a-f]{6})"`', done.stderr)
    assert offered
    assert f"--accent: {offered[1]};" in (tmp_path / "site" / "brand.css").read_text("utf-8")


def test_a_new_logo_reaches_the_site(tmp_path: Path) -> None:
    (tmp_path / "mark.png").write_bytes(b"one")
    build(tmp_path, "brand: {logo: mark.png}\n")
    (tmp_path / "mark.png").write_bytes(b"two")
    build(tmp_path, "brand: {logo: mark.png}\n")
    assert (tmp_path / "site" / "logo.png").read_bytes() == b"two"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("brand: green\n", "`brand` should be a mapping"),
        ("brand: {color: green}\n", "`green` is not a colour"),
        ("brand: {colour: green}\n", "Did you mean `color`?"),
        ("brand: {logo: ../mark.svg}\n", "`../mark.svg` is not in the project"),
        ("brand: {logo: mark.bmp}\n", "`mark.bmp` is not an image"),
        ("brand: {logo: mark.svg}\n", "there is no logo `mark.svg` in the project"),
        ("brand: {typeface: serrif}\n", "Did you mean `serif`?"),
    ],
)
def test_a_mistake_says_how_to_mend_it(tmp_path: Path, settings: str, said: str) -> None:
    done = build(tmp_path, settings)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_logo_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    root = tmp_path / "project"
    root.mkdir()
    (root / "mark.png").symlink_to(secret)
    done = build(root, "brand: {logo: mark.png}\n")
    assert done.returncode == 2
    assert "there is no logo" in done.stderr


def test_a_project_without_a_brand_has_no_sheet_of_its_own(tmp_path: Path) -> None:
    assert build(tmp_path, "name: Guide\n").returncode == 0
    assert not (tmp_path / "site" / "brand.css").exists()


def test_colours_are_checked_on_the_grounds_of_the_style_sheet() -> None:
    style = (CHECKOUT / "templates" / "site" / "style.css").read_text("utf-8")
    tokens = re.findall(r"--(?:paper|panel|[a-z]+-panel|target): (#[0-9a-f]{3,6})", style)
    full = ["#ffffff" if one == "#fff" else one for one in tokens]
    assert set(full) == {*LIGHT, *DARK}
