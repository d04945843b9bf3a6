"""Repositories as the common site generators lay them out, built as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enablekit.adapters import project
from enablekit.model.asset import Asset, Status
from enablekit.model.finding import Severity
from enablekit.model.publication import Publication
from enablekit.usecases.build import Request, build
from enablekit.usecases.load import load

HUGO = {
    "hugo.toml": 'title = "x"\n',
    "content/blog/costs.md": (
        '+++\ntitle = "What disputes cost"\ndate = 2026-01-02T10:00:00Z\nlastmod = 2026-03-04\n'
        'draft = "false"\ndescription = "In short."\ntags = ["cash"]\ntype = "post"\n'
        '[params]\nauthor = "Ana Ruiz"\n+++\n\n{{< figure src="a.png" >}}\n\n'
        "A dispute costs days.\n"
    ),
    "content/blog/later.md": "---\ntitle: Later\ndraft: true\n---\nText.\n",
    "themes/x/README.md": "# Not content\n",
}
JEKYLL = {
    "_config.yml": "title: x\n",
    "_posts/2026-01-02-costs.md": (
        "---\nlayout: post\ntitle: What disputes cost\ndate: 2026-01-02 10:00:00 +0100\n"
        "excerpt: In short.\nauthor: Ana Ruiz\ncategories: [cash]\nlast_modified_at: 2026-03-04\n"
        "---\n{% include chart.html %}\n\nA dispute costs days.\n"
    ),
    "_posts/2026-02-02-later.md": "---\ntitle: Later\npublished: false\n---\nText.\n",
    "_layouts/post.md": "{{ content }}\n",
}
ASTRO = {
    "astro.config.mjs": "export default {}\n",
    "src/content/blog/costs.mdx": (
        "---\ntitle: What disputes cost\npubDate: 2026-01-02\nupdatedDate: 2026-03-04\n"
        "description: In short.\ntags: [cash]\nauthors:\n  - name: Ana Ruiz\n---\n"
        'import Chart from "../Chart.astro";\n\n<Chart rows={3} />\n\nA dispute costs days.\n'
    ),
    "src/content/blog/later.md": "---\ntitle: Later\ndraft: true\n---\nText.\n",
    "src/pages/other.md": "# Not content\n",
}
DOCUSAURUS = {
    "docusaurus.config.js": "module.exports = {}\n",
    "blog/costs.md": (
        "---\ntitle: What disputes cost\ndate: 2026-01-02\ndescription: In short.\ntags: [cash]\n"
        "authors: [Ana Ruiz]\nlast_update: {date: 2026-03-04}\n---\n"
        ":::tip\n\nA dispute costs days.\n\n:::\n"
    ),
    "docs/later.md": "---\ntitle: Later\ndraft: true\n---\nText.\n",
}
REPOSITORIES = {"hugo": HUGO, "jekyll": JEKYLL, "astro": ASTRO, "docusaurus": DOCUSAURUS}


def laid_out(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.fixture(params=sorted(REPOSITORIES))
def built(request: pytest.FixtureRequest, tmp_path: Path) -> Publication:
    laid_out(tmp_path, REPOSITORIES[request.param])
    assert project.preset(tmp_path).name == request.param
    return load(tmp_path, now="2026-11-01", drafts=True)


def only(built: Publication, title: str) -> Asset:
    (found,) = (one.guide.asset for one in built.compiled if one.guide.asset.title == title)
    return found


def test_what_the_repository_says_is_read_under_its_own_keys(built: Publication) -> None:
    asset = only(built, "What disputes cost")

    assert [one for one in built.findings if one.severity > Severity.INFO] == []
    assert asset.summary == "In short."
    assert asset.owner == "Ana Ruiz"
    assert asset.topics == ("cash",)
    assert (asset.published, asset.updated) == (dt.date(2026, 1, 2), dt.date(2026, 3, 4))
    assert asset.status is Status.PUBLISHED
    assert asset.type == "blog-post"


def test_drafts_are_drafts_in_every_habit(built: Publication) -> None:
    assert only(built, "Later").status is Status.DRAFT


def test_only_content_is_read(built: Publication) -> None:
    assert len(built.compiled) == 2


def test_template_code_is_text_and_never_evidence(built: Publication) -> None:
    asset = only(built, "What disputes cost")
    said = [one.text for one in asset.evidence.key_sentences]

    assert asset.body.words < 10
    assert said in ([], ["A dispute costs days."])


def test_nothing_but_the_output_is_written(tmp_path: Path) -> None:
    laid_out(tmp_path, HUGO)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    build(Request(start=tmp_path, output=Path("site"), now="2026-11-01"))

    after = {
        path: path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and (tmp_path / "site") not in path.parents
    }
    assert {path: data for path, data in after.items() if path in before} == before
    assert [path.name for path in after if path not in before] == []
