"""Addresses: of pages, of people and of what content may link."""

from __future__ import annotations

import pytest

from enablekit.site import links


def test_an_id_that_is_a_path_stays_a_path() -> None:
    assert links.guide_path("White Papers/Cost & Co.") == "guides/white-papers/cost--co/index.html"


def test_an_id_can_never_leave_the_folder_of_guides() -> None:
    assert links.guide_path("../../etc//passwd") == "guides/untitled/untitled/etc/passwd/index.html"


def test_the_pages_of_an_asset_stand_below_its_guide() -> None:
    assert links.present_path("a") == "guides/a/present/index.html"
    assert links.check_path("a") == "guides/a/check/index.html"
    assert links.read_path("a") == "guides/a/read/index.html"


def test_a_page_reaches_the_first_folder_by_going_up() -> None:
    assert links.root_of("index.html") == ""
    assert links.root_of("guides/a/index.html") == "../../"


def test_an_address_in_any_script_is_spelled_for_a_browser() -> None:
    assert (
        links.href("../", "say/Überfällig/index.html") == "../say/%C3%9Cberf%C3%A4llig/index.html"
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "a/b",
        "01:10",
        "",
    ],
)
def test_only_whole_safe_addresses_are_linked(address: str) -> None:
    assert links.web_address(address) == ""


def test_a_safe_address_is_kept() -> None:
    assert links.web_address(" https://a.example/b c ") == "https://a.example/b%20c"


def test_an_email_carries_its_subject_and_its_text() -> None:
    assert links.mail_address("a@b.example", subject="Q & A?", body="1\n2") == (
        "mailto:a@b.example?subject=Q%20%26%20A%3F&body=1%0D%0A2"
    )
    assert links.mail_address("a@b.example") == "mailto:a@b.example"
