from __future__ import annotations

import json
import os
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters import output_tree
from enablekit.adapters.preview_page import missing_page, shown, with_reload
from enablekit.adapters.preview_site import PreviewSite, media_type, site_in
from enablekit.model.output import OutputTree

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"""<!doctype html>
<link rel="stylesheet" href="../style.css"><link rel="icon" href="data:,">
<link rel="canonical" href="../about.html">
<body><script src="../site.js?1" defer></script><img src="/pictures/a%20b.svg">
<script src="https://elsewhere.example/site.js"></script><img src="//[bad"><a href="b.html">b</a>
</body>
"""
FILES = {
    "index.html": b"<h1>Home</h1>",
    "deep/index.html": PAGE,
    "about.html": b"",
    "style.css": b"h1 {}",
    "site.js": b"1;",
    "pictures/a b.svg": b"<svg/>",
    ".well-known/secret": b"hidden",
}


@pytest.fixture
def site(tmp_path: Path) -> PreviewSite:
    output_tree.replace(OutputTree(files=FILES), tmp_path / "site")
    return site_in(tmp_path / "site")


def test_a_page_shows_itself_and_what_it_loads_from_its_own_site(site: PreviewSite) -> None:
    found = shown(site, "deep/")

    assert list(found) == ["deep/", "style.css", "site.js", "pictures/a b.svg"]
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in found.values())


def test_where_there_is_no_page_there_is_no_hash(site: PreviewSite) -> None:
    assert shown(site, "nowhere/") == {"nowhere/": ""}


def test_the_script_stands_at_the_end_of_the_body_with_what_is_shown(site: PreviewSite) -> None:
    page = with_reload(site, "deep/", PAGE).decode()
    tag = re.search(r'<script src="/\.enablekit/reload\.js"[^>]*data-shown="([^"]*)"', page)

    assert tag
    assert json.loads(unescape(tag[1])) == shown(site, "deep/")
    assert page.endswith(" defer></script>\n</body>\n")


def test_a_page_without_a_body_tag_gets_the_script_too(site: PreviewSite) -> None:
    assert with_reload(site, "", b"<h1>Home</h1>").startswith(b"<h1>Home</h1><script src=")


def test_an_address_cannot_break_out_of_the_tag(site: PreviewSite) -> None:
    hostile = "\"><img src=x onerror=alert(1)><!--'&"
    page = with_reload(site, hostile, missing_page(site)).decode()

    assert "<img" not in page
    assert page.count("<script") == 1


@pytest.mark.parametrize("path", [".well-known/secret", ".enablekit-output", "deep/../index.html"])
def test_hidden_files_and_ways_around_are_not_there(site: PreviewSite, path: str) -> None:
    assert site.name(path) == ""


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_a_link_in_the_place_of_a_page_is_not_read(site: PreviewSite, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (site.root / "about.html").unlink()
    (site.root / "about.html").symlink_to(tmp_path / "secret")

    assert site.read("about.html") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.unknown", "application/octet-stream"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_content_types_come_from_the_name_alone(name: str, kind: str) -> None:
    assert media_type(name) == kind
