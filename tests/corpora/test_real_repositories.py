from __future__ import annotations

import functools
import json
import re
import shutil
from pathlib import Path

import pytest

from enablekit.model.publication import Compiled
from enablekit.usecases.build import Request, build
from enablekit.usecases.built import Built
from enablekit.usecases.load import load

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

MAPPINGS = {
    "dev-budibase": """\
fields:
  summary: [description, summary]
  owner: [author]
  published: [date]
  topics: [categories, type]
types:
  case-study: ["content/customers/**"]
  comparison: ["content/blog/alternatives/**"]
  announcement: ["content/blog/updates/**"]
  blog-post: ["content/blog/**", "content/resources/**"]
  product-page:
    - content/{platform,product,internal-tools}/**
    - content/pricing.md
    - content/lp/**
  datasheet: ["content/integrations/**"]
""",
    "dev-sourcegraph": """\
types:
  battlecard: ["**/*_vs_sourcegraph.md"]
  one-pager:
    - "**/marketing/process/{positioning,messaging,value-drivers}.md"
    - "**/ps-offerings.md"
""",
}


@pytest.fixture(scope="module", params=sorted(MAPPINGS))
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    source = CORPORA / request.param
    if not source.is_dir():
        pytest.skip("the corpora are not beside this checkout")
    copy = tmp_path_factory.mktemp(request.param) / request.param
    shutil.copytree(source, copy)
    (copy / "enablekit.yaml").write_text(MAPPINGS[request.param], encoding="utf-8")
    now = json.loads((copy / "CORPUS.json").read_text("utf-8"))["now"]
    return build(Request(start=copy, output=Path("site"), now=now))


@functools.cache
def compiled(root: Path) -> tuple[Compiled, ...]:
    return load(root, now="2026-11-01").compiled


def compiled_of(corpus: Built) -> tuple[Compiled, ...]:
    return compiled(corpus.output.parent)


def test_every_file_becomes_a_page_or_a_finding(corpus: Built) -> None:
    content = corpus.output.parent / "content"
    files = [path for path in content.rglob("*.md") if path.is_file()]

    pages = compiled_of(corpus)
    assert len(pages) + len(corpus.left_out) + corpus.drafts == len(files)
    for one in pages:
        assert (corpus.output / "guides" / one.guide.asset.id / "index.html").is_file()


def test_nothing_is_left_untitled_in_silence(corpus: Built) -> None:
    for one in compiled_of(corpus):
        asset = one.guide.asset
        if asset.title_from == "file name":
            assert any(
                each.code == "EK104" and each.span.path == asset.path for each in corpus.findings
            )


def test_every_drawn_statement_stands_in_the_file_at_its_lines(corpus: Built) -> None:
    root = corpus.output.parent
    for one in compiled(root):
        asset = one.guide.asset
        lines = (root / asset.path).read_text("utf-8").split("\n")
        evidence = asset.evidence
        for drawn in (*evidence.key_sentences, *evidence.statistics, *evidence.quotations):
            source = "\n".join(lines[drawn.span.line - 1 : drawn.span.end_line])
            first = drawn.text.split()[0].strip("“”\"'‘’*_`([")
            assert first in source, (asset.path, drawn)


def built_budibase(corpus: Built) -> None:
    if "budibase" not in corpus.output.parent.name:
        pytest.skip("about the other repository")


def test_budibase_toml_titles_are_read_and_quoted_false_drafts_published(corpus: Built) -> None:
    built_budibase(corpus)
    root = corpus.output.parent
    by_path = {one.guide.asset.path: one.guide.asset for one in compiled_of(corpus)}
    sources = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.glob("content/**/*.md")
    }
    toml = [path for path, text in sources.items() if text.startswith("+++")]
    quoted = [
        path
        for path, text in sources.items()
        if re.search(r"^draft *[:=] *\"false\"", text, re.MULTILINE)
    ]

    assert len(toml) > 20
    read = [path for path in toml if path in by_path]
    skipped = set(toml) - set(read)
    assert all(re.search(r"^draft *= *\"?true", sources[path], re.MULTILINE) for path in skipped)
    assert [path for path in read if by_path[path].title_from != "front matter"] == []
    assert len(quoted) > 5
    # One file says both `draft: "false"` and, further down, `draft: true`: reported, last counts.
    twice = {one.span.path for one in corpus.findings if one.code == "EK108"}
    assert [path for path in quoted if path not in by_path and path not in twice] == []


def test_the_ten_battlecards_of_sourcegraph_are_typed(corpus: Built) -> None:
    if "sourcegraph" not in corpus.output.parent.name:
        pytest.skip("about the other repository")
    cards = [one for one in compiled_of(corpus) if one.guide.asset.type == "battlecard"]

    assert len(cards) == 10
