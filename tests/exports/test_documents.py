from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.packing.document import Document, Facts, Heading, Paragraph, Points
from enablekit.packing.markdown_text import escaped, markdown
from enablekit.usecases.load import load

Run = Callable[..., subprocess.CompletedProcess[str]]

HOSTILE = st.text(
    st.sampled_from("ab 1.)#*_-+=~`<>&[]()!|:\\\"'/$^{}\n\t@é"), max_size=60
) | st.text(max_size=60)


def words(text: str) -> str:
    """Return what stands between a page's tags, in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def plain(text: str) -> str:
    # What cannot be seen is shown as such, like NUL in every Markdown (CommonMark 2.3).
    text = " ".join(text.split())
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text)


@given(HOSTILE)
def test_any_words_in_a_paragraph_are_shown_as_they_are_and_do_nothing(text: str) -> None:
    shown = pyromark.html(f"x {escaped(text)} x")
    assert re.findall(r"<(\w+)", shown) == ["p"]
    assert words(shown) == plain(f"x {text} x")


@given(HOSTILE.filter(lambda text: bool(text.strip())))
def test_any_words_alone_on_a_line_make_one_paragraph(text: str) -> None:
    shown = pyromark.html(escaped(text))
    assert re.findall(r"<(\w+)", shown) == ["p"]
    assert words(shown) == plain(text)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_a_document_has_the_pieces_that_were_put_into_it(one: str, two: str, three: str) -> None:
    shown = pyromark.html(
        markdown(
            Document(
                title="Title",
                kind="Guide",
                foot="Foot",
                pieces=(
                    Heading(text="Part", level=1),
                    Points(items=(f"a{one}", f"b{two}"), numbered=True),
                    Facts(rows=(("label", f"c{three}"),)),
                    Paragraph(text=f"d{one}\n\ne{two}", manner="letter", label="Mail"),
                    Paragraph(text=f"f{three}", manner="speech", label="Say"),
                ),
            )
        ),
        options=pyromark.Options.ENABLE_TABLES,
    )
    assert shown.count("<li>") == 2
    assert shown.count("<ol>") == 1
    assert shown.count("<blockquote>") == 1
    assert shown.count("<tr>") == 2
    assert not set(re.findall(r"<(\w+)", shown)) - {
        "h1", "h2", "p", "em", "strong", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
        "blockquote", "hr", "br",
    }  # fmt: skip
    for said in (f"a{one}", f"b{two}", f"c{three}", f"f{three}"):
        assert plain(said) in words(shown)


@pytest.mark.parametrize("form", ["markdown", "notes", "llms", "json"])
def test_a_file_says_what_the_author_wrote_and_nothing_internal_leaves_for_customers(
    enablekit: Run, checkout: Path, tmp_path: Path, form: str
) -> None:
    here = checkout / "examples/meridian"
    told = {}
    for audience in ("internal", "customer"):
        folder = tmp_path / audience
        done = enablekit(
            "export", form, "-C", here, "--now", "2026-11-01", "--audience", audience, "-o", folder
        )
        assert done.returncode == 0, done.stderr
        told[audience] = b"\n".join(one.read_bytes() for one in sorted(folder.iterdir())).decode()
    guidance = [one.guide.asset.guidance for one in load(here, now="2026-11-01").compiled]
    secret = [one.respond for each in guidance for one in each.objections if one.audience is None]
    assert len(secret) > 10
    if form in {"json", "markdown", "llms"}:
        kept = told["internal"].replace("\\", "")
        assert all(plain(said) in " ".join(kept.split()) or '"' in said for said in secret)
    assert not [said for said in secret if said in told["customer"].replace("\\", "")]


def test_what_is_out_of_use_is_refused_unless_forced_and_then_says_so(
    enablekit: Run, tmp_path: Path
) -> None:
    (tmp_path / "old.md").write_text(
        "---\ntitle: Old prices\nexpires: 2026-01-01\n"
        "enablement: {tldr: Ask for them.}\n---\n\nText.\n"
    )
    refused = enablekit("export", "markdown", "old", "--now", "2026-11-01")
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    forced = enablekit("export", "markdown", "old", "--force", "--now", "2026-11-01")
    assert forced.returncode == 0, forced.stderr
    text = (tmp_path / "exports/old.md").read_text()
    assert text.index("Do not use this any more") < text.index("Ask for them")


def test_a_second_export_changes_nothing(enablekit: Run, checkout: Path, tmp_path: Path) -> None:
    asked = ("export", "llms", "-C", checkout / "examples/meridian", "--now", "2026-11-01")
    assert enablekit(*asked, "-o", tmp_path / "out").returncode == 0
    again = enablekit(*asked, "-o", tmp_path / "out")
    assert "21 as before" in again.stdout


def test_assets_whose_ids_differ_in_a_slash_have_files_of_their_own(
    enablekit: Run, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    for name in ("a/b.md", "a-b.md"):
        (tmp_path / name).write_text(f"# {name}\n\nText.\n")
    done = enablekit("export", "markdown")
    assert done.returncode == 0, done.stderr
    written = {
        one.relative_to(tmp_path / "exports").as_posix()
        for one in tmp_path.rglob("exports/**/*.md")
    }
    assert written == {"a/b.md", "a-b.md"}
