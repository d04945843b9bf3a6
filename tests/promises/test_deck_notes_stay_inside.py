from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from enablekit.exporters import marp_deck
from enablekit.model.audience import Audience
from enablekit.model.parcel import Parcel
from enablekit.usecases.build import Request, build
from enablekit.usecases.load import load

MARK = "zqxleak"
# The same note in each dialect, on a slide between two others.
NOTES = {
    "a comment": f"<!-- {MARK} said -->",
    "an aside": f'<aside class="notes">\n\n{MARK} said\n\n</aside>',
    "an aside in a line": f'Words <aside class="notes">{MARK} said</aside> and words.',
    "an aside in a heading": f'### Below <aside class="notes">{MARK} said</aside>',
    "an aside in a list": f'- one\n  <aside class="notes">{MARK} said</aside>\n- two',
    "an aside in a table": f"| a |\n|---|\n| <aside class='notes'>{MARK} said</aside> |",
    "an aside with a rule in it": f'<aside class="notes">\na\n\n---\n\n{MARK} said\n</aside>',
    "an aside in an aside": f'<aside class="notes"><aside>a</aside>{MARK} said</aside>',
    "an aside of many classes": f'<ASIDE\n  id=x class="big Notes">{MARK} said</ASIDE>',
    "an aside never closed": f'<aside class="notes">\n\n{MARK} said\n\nand more',
    "an attribute": f'<!-- .slide: data-notes="{MARK} said" -->',
    "a line": f"Note: {MARK} said",
    "the theme for Hugo": f"{{{{% note %}}}}\n{MARK} said\n{{{{% /note %}}}}",
    "Remark": f"???\n{MARK} said",
    "Pandoc": f"::: {{.notes}}\n{MARK} said\n:::",
}


def project(folder: Path, note: str) -> Path:
    folder.mkdir()
    (folder / "talk.md").write_text(
        "---\nid: talk\ntitle: Talk\ntype: deck\naudience: public\nstatus: published\n---\n\n"
        f"# First\n\nOpen words.\n\n---\n\n## Second\n\n{note}\n\n---\n\n## Third\n\nThe end.\n",
        encoding="utf-8",
    )
    return folder


def saying(built: Path) -> set[str]:
    """Return the files of a build that say the note, packed ones too."""
    found: set[str] = set()
    for path in built.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            if MARK.encode() in data.lower():
                # The names of the parts of an index are made from what is in them.
                found.add("pagefind" if "pagefind" in path.parts else str(path.relative_to(built)))
    return found


@pytest.mark.parametrize("dialect", NOTES)
def test_a_note_in_any_dialect_is_in_no_byte_of_a_wider_build(tmp_path: Path, dialect: str) -> None:
    root = project(tmp_path / "a", NOTES[dialect])
    for audience in (Audience.PARTNER, Audience.CUSTOMER, Audience.PUBLIC):
        request = Request(
            start=root, output=Path(audience.word), now="2026-11-01", audience=audience
        )
        output = build(request).output
        assert any(b"Open words." in one.read_bytes() for one in output.rglob("*.html"))
        assert saying(output) == set()
        publication = load(root, now="2026-11-01", audience=audience)
        parcel = Parcel(publication=publication, compiled=publication.compiled)
        (deck,) = marp_deck.files(parcel).values()
        assert b"## Third" in deck
        assert MARK.encode() not in deck


@pytest.mark.parametrize("dialect", [one for one in NOTES if one != "a comment"])
def test_a_note_in_any_dialect_is_where_a_comment_is_and_nowhere_else(
    tmp_path: Path, dialect: str
) -> None:
    def files(name: str, note: str) -> set[str]:
        root = project(tmp_path / name, note)
        return saying(build(Request(start=root, output=Path("out"), now="2026-11-01")).output)

    expected = files("a", NOTES["a comment"])
    assert "guides/talk/present/index.html" in expected
    assert not [one for one in expected if one.startswith("assets/") or "llms" in one]
    assert files("b", NOTES[dialect]) == expected
