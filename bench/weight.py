"""Prints what a phone loads for one page, beside the same assets in Material for MkDocs."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import installed

_EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "meridian"
_LOADED = re.compile(
    r'<(?:link[^>]*rel="?stylesheet"?[^>]*href|script[^>]*src)="?([^" >]+)', re.IGNORECASE
)
_CONFIG = """\
site_name: Weight
docs_dir: {docs}
theme: {{name: material, font: false}}
"""


def main() -> None:
    """Build the example's assets with both, and weigh each kind of page with all it loads."""
    with tempfile.TemporaryDirectory() as scratch:
        ours = Path(scratch) / "ours"
        _run([sys.executable, "-m", "enablekit", "build", "-C", str(_EXAMPLE), "--output",
              str(ours), "--now", "2026-11-01"])  # fmt: skip
        weights = {
            "front page": _weight(ours, ours / "index.html"),
            "guide": _heaviest(ours, "guides/*/index.html"),
            "presenter notes": _heaviest(ours, "guides/*/present/index.html"),
            "check": _heaviest(ours, "guides/*/check/index.html"),
            "the asset's own text": _heaviest(ours, "guides/*/read/index.html"),
        }
        theirs = _material(Path(scratch))
    print("| page, with its styles and scripts | gzipped | of Material's |")
    print("| --- | --- | --- |")
    for name, weight in weights.items():
        print(f"| {name} | {weight / 1024:.1f} KB | {_share(weight, theirs)} |")
    if theirs:
        print(f"| Material for MkDocs, the heaviest asset | {theirs / 1024:.1f} KB | 1 |")
    else:
        print("\nmkdocs-material is not there, so there is no ratio.")


def _share(weight: int, theirs: int) -> str:
    return f"{weight / theirs:.2f}" if theirs else "–"


def _material(scratch: Path) -> int:
    program = installed.beside_python("mkdocs")
    if not program:
        return 0
    docs = scratch / "docs"
    docs.mkdir()
    for file in sorted((_EXAMPLE / "assets").rglob("*.md")):
        shutil.copy(file, docs / file.name)
    (docs / "index.md").write_text("# Weight\n", encoding="utf-8")
    settings = scratch / "mkdocs.yml"
    settings.write_text(_CONFIG.format(docs=docs), encoding="utf-8")
    output = scratch / "theirs"
    _run([program, "build", "--quiet", "-f", str(settings), "--site-dir", str(output)])
    return _heaviest(output, "*/index.html")


def _heaviest(site: Path, pattern: str) -> int:
    return max(_weight(site, page) for page in site.glob(pattern))


def _weight(site: Path, page: Path) -> int:
    """Return the gzipped bytes of a page and of the styles and scripts it names."""
    text = page.read_text("utf-8")
    files = {page} | {
        (page.parent / name.partition("?")[0]).resolve()
        for name in _LOADED.findall(text)
        if "://" not in name
    }
    inside = [file for file in files if file.is_file() and file.is_relative_to(site.resolve())]
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in inside)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr)


if __name__ == "__main__":
    main()
