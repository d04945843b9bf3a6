"""Prints how fast files are exported, as ratios against WeasyPrint and pandoc on the same words."""

from __future__ import annotations

import argparse
import html
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
import installed
from measuring import Bench, memory_disk
from table import ratio, seconds

from enablekit.packing.edition import Edition
from enablekit.packing.one_page import one_page
from enablekit.usecases.export import formats
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from measuring import Run

_DAY = "2026-11-01"
_HERE = Path(__file__).parent
_STYLE = """
@page { size: A4; margin: 15mm 17mm 17mm }
body { font: 10pt/1.35 "Source Sans 3", sans-serif } h1 { font-size: 20pt }
dl { background: #f1f5f3; padding: 8pt } dt { float: left; font-weight: 600; width: 6em }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm } h2 { font-size: 11pt }
"""


def main() -> None:
    """Measure and print; a program that is not installed is left out, and named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each; 3 if not said")
    parser.add_argument("--pieces", type=int, default=100, help="pieces; 100 if not said")
    parser.add_argument("--python", default=sys.executable, help="a Python that has WeasyPrint")
    asked = parser.parse_args()
    if asked.runs < 2:
        parser.error("a ratio from a single run says nothing; use --runs 2 or more")
    with tempfile.TemporaryDirectory(dir=memory_disk()) as scratch:
        place = Path(scratch)
        corpus.write(place / "project", asked.pieces)
        _write_pages(place / "project", place / "pages")
        bench = Bench(place)
        print(f"{asked.pieces} pieces, {asked.runs} runs; enablekit reads them in its time, too")
        print(f"WeasyPrint {_version(asked.python) or 'is not there'}; "
              f"pandoc {'is there' if shutil.which('pandoc') else 'is not there'}")  # fmt: skip
        _compare(bench, asked.runs, "pdf", _weasyprint(asked.python))
        _compare(bench, asked.runs, "docx", _pandoc("docx"))
        if "pptx" in dict(formats()):
            _compare(bench, asked.runs, "pptx", _pandoc("pptx"))


def _compare(
    bench: Bench, runs: int, form: str, other: Callable[[Bench, Path], list[Run]] | None
) -> None:
    """Let both make the same files in turn, and print the ratio of their times."""
    place = bench.scratch
    mine: list[Run] = []
    theirs: list[float] = []
    for number in range(runs):
        ours = place / f"{form}-{number}"
        export = [sys.executable, "-m", "enablekit", "export", form, "-C", str(place / "project")]
        mine.append(bench.run([*export, "--now", _DAY, "-o", str(ours)], place))
        if other:
            theirs.append(sum(seconds(other(bench, place / f"{form}-theirs-{number}"))))
    took = statistics.median(seconds(mine))
    count = len(list((place / f"{form}-0").iterdir()))
    print(f"{form}: enablekit {took:.1f} s for {count} files")
    if theirs:
        print(f"{form}: the other {statistics.median(theirs):.1f} s")
        print(f"{form}: enablekit / the other: {ratio(seconds(mine), theirs)}")
    else:
        print(f"{form}: there is nothing here to compare it with")


def _weasyprint(python: str) -> Callable[[Bench, Path], list[Run]] | None:
    if not _version(python):
        return None

    def run(bench: Bench, output: Path) -> list[Run]:
        script = [python, str(_HERE / "weasyprint_pages.py")]
        return [bench.run([*script, str(bench.scratch / "pages"), str(output)], bench.scratch)]

    return run


def _pandoc(form: str) -> Callable[[Bench, Path], list[Run]] | None:
    """Return what makes a file of each guide; pandoc makes one file a run."""
    program = shutil.which("pandoc")
    if program is None:
        return None

    def run(bench: Bench, output: Path) -> list[Run]:
        guides = bench.scratch / "guides"
        if not guides.is_dir():
            export = [sys.executable, "-m", "enablekit", "export", "markdown"]
            project = ["-C", str(bench.scratch / "project")]
            bench.run([*export, *project, "--now", _DAY, "-o", str(guides)], bench.scratch)
        output.mkdir()
        return [
            bench.run([program, str(one), "-o", str(output / f"{one.stem}.{form}")], output)
            for one in sorted(guides.glob("*.md"))
        ]

    return run


def _version(python: str) -> str:
    """Return the version of WeasyPrint that a Python has; empty if it has none."""
    if python == sys.executable:
        return installed.version("weasyprint")
    found = Path(python).parent.parent.glob("lib/python*/site-packages/weasyprint-*.dist-info")
    return next((one.name.split("-")[1].removesuffix(".dist") for one in found), "")


def _write_pages(project: Path, folder: Path) -> None:
    """Write the words of every one-pager as an HTML page of the same layout."""
    folder.mkdir()
    publication = load(project, now=_DAY)
    for one in publication.compiled:
        edition = Edition(compiled=one, publication=publication)
        page = one_page(edition)
        brief = "".join(f"<dt>{_e(label)}</dt><dd>{_e(said)}</dd>" for label, said in page.brief)
        columns = "".join(
            "<div>"
            + "".join(
                f"<h2>{_e(part.title)}</h2>"
                + "".join(
                    f"<p><b>{_e(each.label)}</b> {_e(each.text)} <small>{_e(each.note)}</small></p>"
                    for each in part.entries
                )
                for part in side
            )
            + "</div>"
            for side in (page.left, page.right)
        )
        title = _e(edition.asset.title)
        text = (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
            f"<style>{_STYLE}</style><h1>{title}</h1><p>{_e(edition.trust)}</p>"
            f'<p>{_e(page.lead)}</p><dl>{brief}</dl><div class="columns">{columns}</div></html>'
        )
        (folder / f"{edition.asset.id.replace('/', '-')}.html").write_text(text, "utf-8")


def _e(words: str) -> str:
    return html.escape(words)


if __name__ == "__main__":
    main()
