from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from enablekit.adapters import typesetter
from enablekit.errors import UsageError
from enablekit.model.audience import Audience
from enablekit.usecases.build import Request, build
from enablekit.usecases.built import Built

EXAMPLE = Path(__file__).parents[2] / "examples/meridian"
SITE = "https://guides.example.org/field/"


def project(folder: Path, *, site: str = SITE) -> Path:
    (folder / "enablekit.yaml").write_text(f"name: Guide\nsite_url: {site}\n", "utf-8")
    (folder / "open.md").write_text(
        '---\ntitle: What "it" costs\ntype: white-paper\nsummary: Seven <euros>.\n'
        "audience: public\n---\n\n# T\n\nText.\n", "utf-8",
    )  # fmt: skip
    return folder


def built(folder: Path, audience: Audience | None = None, *, private: bool = False) -> Built:
    return build(
        Request(
            start=folder, output=Path("out"), now="2026-11-01", audience=audience, private=private
        )
    )


def properties(page: Path) -> dict[str, str]:
    found = re.findall(r'<meta property="([^"]*)" content="([^"]*)">', page.read_text("utf-8"))
    return dict(found)


def test_a_guide_says_what_a_chat_shows_beside_a_link(tmp_path: Path) -> None:
    output = built(project(tmp_path)).output
    said = properties(output / "guides/open/index.html")
    assert said["og:type"] == "article"
    assert said["og:title"] == "What &#34;it&#34; costs"
    assert said["og:description"] == "Seven &lt;euros&gt;."
    assert said["og:url"] == f"{SITE}guides/open/index.html"
    assert said["og:image"] == f"{SITE}guides/open/card.png"
    assert properties(output / "guides/open/check/index.html") == {}


def test_the_picture_is_1200_by_630_dots_as_its_page_says(tmp_path: Path) -> None:
    output = built(project(tmp_path)).output
    said = properties(output / "guides/open/index.html")
    with Image.open(output / "guides/open/card.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert (output / "guides/open/card.png").stat().st_size < 150_000


def test_without_an_address_of_the_site_there_is_no_picture(tmp_path: Path) -> None:
    output = built(project(tmp_path, site='""')).output
    assert list(output.rglob("card.png")) == []
    assert "og:image" not in properties(output / "guides/open/index.html")
    assert list(output.rglob("*.typ")) == []


def test_a_build_for_others_does_not_say_where_ours_is(tmp_path: Path) -> None:
    output = built(project(tmp_path), Audience.PUBLIC).output
    said = properties(output / "guides/open/index.html")
    assert said["og:description"] == "Seven &lt;euros&gt;."
    assert said.keys() & {"og:url", "og:image"} == set()


def test_a_preview_draws_no_pictures(tmp_path: Path) -> None:
    assert list(built(project(tmp_path), private=True).output.rglob("card.png")) == []


def test_without_typst_there_are_words_and_no_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetter, "identity", str)
    output = built(project(tmp_path)).output
    assert "og:image" not in properties(output / "guides/open/index.html")


def test_an_unchanged_build_does_nothing_and_a_change_draws_one_picture(tmp_path: Path) -> None:
    copy = shutil.copytree(EXAMPLE, tmp_path / "p", ignore=shutil.ignore_patterns("site"))
    with (copy / "enablekit.yaml").open("a", encoding="utf-8") as file:
        file.write(f"site_url: {SITE}\n")
    first = built(copy)
    cards = {one: one.read_bytes() for one in first.output.rglob("card.png")}
    assert len(cards) == 20  # none for the piece that is out of use
    again = built(copy)
    assert (again.replaced.added, again.replaced.changed) == ((), ())
    paper = copy / "assets/case-studies/hallmann.md"
    paper.write_text(paper.read_text("utf-8").replace("Hallmann Drives:", "Hallmann:", 1), "utf-8")
    changed = built(copy).replaced.changed
    assert [one for one in changed if one.endswith("card.png")] == ["guides/case-hallmann/card.png"]
    shutil.rmtree(first.output)
    paper.write_text(paper.read_text("utf-8").replace("Hallmann:", "Hallmann Drives:", 1), "utf-8")
    anew = {one: one.read_bytes() for one in built(copy).output.rglob("card.png")}
    assert anew == cards


def test_what_is_out_of_use_is_not_advertised(tmp_path: Path) -> None:
    (project(tmp_path) / "old.md").write_text(
        "---\ntitle: Old\nsummary: Old words.\nexpires: 2026-01-01\n---\n\nText.\n", "utf-8"
    )
    output = built(tmp_path).output
    assert properties(output / "guides/old/index.html").keys() & {
        "og:image", "og:description",
    } == set()  # fmt: skip


def test_a_title_our_typeface_cannot_show_has_no_picture(tmp_path: Path) -> None:
    (project(tmp_path) / "ja.md").write_text("---\ntitle: 請求書の費用\n---\n\nText.\n", "utf-8")
    output = built(tmp_path).output
    assert not (output / "guides/ja/card.png").exists()
    assert (output / "guides/open/card.png").exists()


def test_a_projects_own_template_draws_the_picture(tmp_path: Path) -> None:
    own = project(tmp_path) / "templates/site"
    own.mkdir(parents=True)
    (own / "card.typ").write_text(
        '#set page(width: 1200pt, height: 630pt, fill: rgb("#123456"))\n'
        '#set document(title: "x")\n',
        "utf-8",
    )
    with Image.open(built(tmp_path).output / "guides/open/card.png") as seen:
        assert seen.convert("RGB").getpixel((600, 300)) == (0x12, 0x34, 0x56)


def test_a_template_that_is_wrong_is_named(tmp_path: Path) -> None:
    own = project(tmp_path) / "templates/site"
    own.mkdir(parents=True)
    (own / "card.typ").write_text("#nowhere", "utf-8")
    with pytest.raises(UsageError, match=r"the template card\.typ cannot be set: unknown variable"):
        built(tmp_path)


def test_a_logo_that_is_no_image_does_not_stop_a_site(tmp_path: Path) -> None:
    (project(tmp_path) / "logo.png").write_bytes(b"no image")
    with (tmp_path / "enablekit.yaml").open("a", encoding="utf-8") as file:
        file.write("brand: {logo: logo.png}\n")
    assert (built(tmp_path).output / "guides/open/card.png").exists()
