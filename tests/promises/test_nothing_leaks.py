from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from planting import planted

from enablekit.adapters import search_index
from enablekit.model.asset_fields import AssetFields
from enablekit.model.audience import Audience
from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance
from enablekit.usecases.build import Request, build

MARK = "ZQXLEAK"


def marked(trail: str) -> str:
    """Return the marker of a field."""
    return f"{MARK}-{trail}"


def written(value: object, indent: int = 0) -> str:
    """Write plain values as YAML, so that the test needs no library to say what it means."""
    pad = "  " * indent
    if isinstance(value, dict):
        lines = []
        for key, member in value.items():
            if isinstance(member, dict | list):
                lines.append(f'{pad}"{key}":\n{written(member, indent + 1)}')
            else:
                lines.append(f'{pad}"{key}": {written(member)}')
        return "\n".join(lines)
    if isinstance(value, list):
        return "\n".join(
            f"{pad}-\n{written(one, indent + 1)}"
            if isinstance(one, dict)
            else f"{pad}- {written(one)}"
            for one in value
        )
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


# What says something about the asset itself is meant for whoever may read the asset.
OPEN = {
    "title", "type", "summary", "status", "audience", "published", "updated", "review_every",
    "expires", "language", "products", "industries", "regions", "topics", "url",
    "id", "supersedes", "superseded_by",
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    closed = {
        key_of(declared): f"{MARK}-asset-{declared.name}"
        for declared, _ in described(AssetFields)
        if declared.name not in OPEN
    }
    front = {
        "title": "Open title",
        "type": "white-paper",
        "audience": "public",
        **closed,
        "secret_key": f"{MARK}-unknown-key",
        "enablement": planted(Guidance, "guidance", marked),
    }
    body = (
        "# Open title\n\nOpen text that anybody may read here.\n\n## The cost\n\n"
        "A disputed invoice costs a supplier 14 days on average, because nobody owns it.\n\n"
        f"::: internal\n\n{MARK}-block costs 14 days and 37% more.\n\n## {MARK} heading\n\n"
        f"> “{MARK} quotation of six words or more,” said {MARK} Person, {MARK} Role.\n\n:::\n\n"
        f"::: notes\n\n{MARK}-notes\n\n:::\n\n<!-- {MARK}-comment -->\n\n"
        f"## Check yourself {{#check}}\n\n1. {MARK}-stem?\n   - [x] {MARK}-key\n   - [ ] No\n"
    )
    assets = tmp_path / "assets" / f"{MARK.lower()}-folder"
    assets.mkdir(parents=True)
    text = f"---\nid: open\n{written(front)}\n---\n{body}"
    (assets / f"{MARK.lower()}-file.md").write_text(text, "utf-8")
    (assets / "closed.md").write_text(f"---\ntitle: {MARK} closed\n---\n{MARK}\n", "utf-8")
    (assets / "broken.md").write_text(f"---\ntitle: {MARK}: x: y\n---\n{MARK}\n", "utf-8")
    (tmp_path / "enablekit.yaml").write_text(
        "name: Guide\nsource_url: https://example.org/zqxleak-source\n"
        "site_url: https://zqxleak-site.example.org/\n"
        "feedback: zqxleak-feedback@example.org\n"
        f"claims: {{price: {{says: {MARK}-claim}}}}\n"
        f"pains: {{unused: {{says: {MARK}-unused-pain}}}}\n"
        f"people: {{someone: {{name: {MARK}-person, email: {MARK}@example.org}}}}\n",
        "utf-8",
    )
    return tmp_path


def opened(path: Path) -> bytes:
    """Return what a file says: a full-text index is packed, and a packed word is no less told."""
    data = path.read_bytes()
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def test_the_index_of_full_text_search_is_read_as_its_search_reads_it(project: Path) -> None:
    if search_index.program() is None:
        pytest.skip("Pagefind is not installed")
    built = build(Request(start=project, output=Path("out"), now="2026-11-01"))

    found: dict[str, bytes] = {}
    for path in (built.output / "pagefind").rglob("*.pf_*"):
        found[path.suffix] = found.get(path.suffix, b"") + opened(path)
    assert found.keys() == {".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta"}
    for kind in (
        ".pf_fragment",
        ".pf_index",
    ):  # the checks below would see a leak if there were one
        assert MARK.lower().encode() in found[kind].lower()


def test_drafts_are_in_no_index(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(
        f"---\nstatus: draft\ntitle: {MARK}\n---\n\n{MARK}\n", encoding="utf-8"
    )
    (tmp_path / "open.md").write_text(
        "---\ntitle: Open\nenablement:\n  objections:\n"
        f"    - {{they_say: {MARK}, respond: {MARK}, draft: true, lines: '9'}}\n---\n\nText.\n",
        encoding="utf-8",
    )
    built = build(Request(start=tmp_path, output=Path("out"), now="2026-11-01"))

    index = [path for path in (built.output / "pagefind").rglob("*") if path.is_file()]
    assert (search_index.program() is None) is (index == [])
    assert [path for path in index if MARK.lower().encode() in opened(path).lower()] == []


@pytest.mark.parametrize("reader", [Audience.PARTNER, Audience.CUSTOMER, Audience.PUBLIC])
def test_no_byte_of_a_wider_build_holds_what_is_internal(project: Path, reader: Audience) -> None:
    built = build(Request(start=project, output=Path("out"), now="2026-11-01", audience=reader))

    files = sorted(path for path in built.output.rglob("*") if path.is_file())
    assert any(b"Open text that anybody" in opened(path) for path in files)
    leaking = [
        (path.relative_to(built.output).as_posix(), opened(path).lower().count(b"zqxleak"))
        for path in files
        if b"zqxleak" in opened(path).lower() or "zqxleak" in path.as_posix().lower()[-200:]
    ]
    assert leaking == []


# The lists show something of every asset, so each is a way out for what should stay inside.
LISTS = ("changes/index.html", "404.html", "robots.txt", "lists.css", "list.js")
INSIDE = ("status/index.html", "feed.xml", "against/zqxrival/index.html")


@pytest.mark.parametrize("reader", [Audience.PARTNER, Audience.CUSTOMER, Audience.PUBLIC])
def test_the_lists_of_a_wider_build_are_there_and_name_no_owner_and_no_rival(
    project: Path, reader: Audience
) -> None:
    text = (
        "---\ntitle: Open too\naudience: public\nowner: ana\ncompetitors: [zqxrival]\n"
        "topics: [open-topic]\nproducts: [open-product]\naliases: [zqxleak-alias]\n"
        "published: 2026-05-01\nenablement:\n  objections:\n"
        "    - {audience: public, they_say: It costs too much., respond: It pays for itself.}\n"
        "    - {they_say: ZQXLEAK they say., respond: ZQXLEAK we say.}\n"
        "    - audience: public\n      they_say: Is it safe?\n      respond: Yes.\n"
        "      rests_on_nothing: ZQXLEAK\n"
        "  verified: {by: ana, on: 2026-10-30}\n---\n\nOpen text.\n"
    )
    (project / "assets" / "open-too.md").write_text(text, encoding="utf-8")
    settings = (project / "enablekit.yaml").read_text(encoding="utf-8")
    people = "people: {ana: {name: ZQXLEAK Ana, email: zqxleak@example.org}, someone:"
    (project / "enablekit.yaml").write_text(
        settings.replace("people: {someone:", people), encoding="utf-8"
    )

    def files(audience: Audience, output: str) -> dict[str, str]:
        request = Request(start=project, output=Path(output), now="2026-11-01", audience=audience)
        root = build(request).output
        return {
            path.relative_to(root).as_posix(): opened(path).decode("utf-8", "replace")
            for path in root.rglob("*")
            if path.is_file()
        }

    wide, inside = files(reader, "wide"), files(Audience.INTERNAL, "inside")
    lists = (*LISTS, "objections/index.html", "topic/open-topic/index.html")
    assert set(lists) <= set(wide)
    assert {*lists, *INSIDE, "guides/zqxleak-alias/index.html"} <= set(inside)
    assert not set(wide) & set(INSIDE)
    assert "It pays for itself." in wide["objections/index.html"]
    assert "1 May 2026" in wide["changes/index.html"]
    assert "30 October 2026" not in wide["changes/index.html"]
    assert [path for path, data in wide.items() if "zqxleak" in (path + data).lower()] == []
    assert [path for path, data in wide.items() if "zqxrival" in (path + data).lower()] == []
    assert "ZQXLEAK Ana" in inside["status/index.html"]


def test_the_same_marks_are_there_in_the_internal_build(project: Path) -> None:
    built = build(Request(start=project, output=Path("out"), now="2026-11-01"))

    everything = b"".join(path.read_bytes() for path in built.output.rglob("*") if path.is_file())
    for mark in ("guidance-tldr-text", "guidance-objections-respond", "block costs", "stem"):
        assert f"{MARK}-{mark}".encode() in everything


def test_every_footer_names_the_audience(project: Path) -> None:
    built = build(
        Request(start=project, output=Path("out"), now="2026-11-01", audience=Audience.PARTNER)
    )

    pages = list(built.output.rglob("*.html"))
    assert pages
    assert all("partner" in page.read_text("utf-8").lower().split("<footer")[1] for page in pages)


def test_a_link_between_open_pieces_works_and_one_to_a_closed_piece_is_only_words(
    tmp_path: Path,
) -> None:
    texts = {
        "papers/one.md": "---\naudience: public\n---\n\nSee [two](../two.md#costs), [in](in.md).\n",
        "two.md": "---\naudience: public\n---\n\n# Two\n\n## Costs\n\nThey cost.\n",
        "papers/in.md": "---\ntitle: Inside\n---\n\nText.\n",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    build(Request(start=tmp_path, output=Path("out"), now="2026-11-01", audience=Audience.PUBLIC))

    page = (tmp_path / "out/guides/papers/one/read/index.html").read_text("utf-8")

    assert re.search(r'<a href="[^"]*two/read/index.html#[^"]*costs"[^>]*>two</a>', page)
    assert re.search(r"<a(?: rel=\"[^\"]*\")?>in</a>", page)
