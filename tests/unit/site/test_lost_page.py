"""What a server and a search engine ask for: a page for wrong addresses, and who may look."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

from enablekit.site.pages import render

if TYPE_CHECKING:
    from enablekit.model.publication import Publication


def test_a_page_that_can_be_shown_anywhere_has_no_relative_address(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = render(publication, templates).files["404.html"].decode()
    assert re.findall(r'(?:href|src)="([^"]*)"', page) == ["data:,"]
    assert "There is nothing at this address" in page


def test_it_leads_home_where_the_site_has_an_address(
    publication: Publication, templates: dict[str, str]
) -> None:
    site = dataclasses.replace(
        publication, site_url="https://guides.example.org/field/", styled=True
    )
    page = render(site, templates).files["404.html"].decode()
    assert re.findall(r'href="([^"]*)"', page) == [
        "data:,",
        "https://guides.example.org/field/style.css",
        "https://guides.example.org/field/brand.css",
        "https://guides.example.org/field/index.html",
    ]


def test_no_search_engine_is_invited(publication: Publication, templates: dict[str, str]) -> None:
    rules = RobotFileParser()
    rules.parse(render(publication, templates).files["robots.txt"].decode().splitlines())
    assert not rules.can_fetch("anybody", "/index.html")
