"""The examples' output, byte for byte: running this file as a program accepts a change."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

import pytest

from enablekit.usecases.build import Request, build

EXAMPLES = ("meridian",)
SUMS = "sha256sums.txt"
_ROOT = Path(__file__).parents[2]
_DAY = "2026-11-01"
_INDEX = "pagefind"  # most of it is Pagefind's own; tests/unit/adapters looks at it

# Kept in full, so that a review shows what readers will see; the rest is held by its hash.
KEPT = (
    "index.html",
    "enablekit.json",
    "guides/cost-of-disputes/index.html",
    "guides/blog-three-checks/index.html",
    "guides/first-meeting-deck/present/index.html",
    "guides/cost-of-disputes/check/index.html",
)


def build_example(name: str) -> dict[str, bytes]:
    """Build an example in a folder of its own and return its files."""
    with tempfile.TemporaryDirectory() as scratch:
        source = _ROOT / "examples" / name
        copy = Path(scratch) / name
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("site"))
        built = build(Request(start=copy, output=Path(scratch) / "out", now=_DAY))
        return {
            path.relative_to(built.output).as_posix(): path.read_bytes()
            for path in sorted(built.output.rglob("*"))
            if path.is_file() and not path.name.startswith(".") and _INDEX not in path.parts
        }


def accept(name: str) -> None:
    """Replace what was accepted before."""
    golden = Path(__file__).parent / name
    shutil.rmtree(golden, ignore_errors=True)
    files = build_example(name)
    for path in KEPT:
        kept = golden / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(files[path])
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())
    )
    (golden / SUMS).write_text(sums, encoding="utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_builds_to_what_was_accepted(name: str) -> None:
    golden = Path(__file__).parent / name
    files = build_example(name)

    listed = (golden / SUMS).read_text("utf-8").splitlines()
    expected = {path: digest for digest, path in (line.split("  ", 1) for line in listed)}
    assert sorted(files) == sorted(expected)
    # Shown in full first: a difference one can read says more than a hash.
    for path in KEPT:
        assert files[path].decode() == (golden / path).read_text("utf-8"), path
    changed = [
        path for path, data in files.items() if hashlib.sha256(data).hexdigest() != expected[path]
    ]
    assert changed == [], "run `python tests/golden/test_examples.py` if this is meant"


if __name__ == "__main__":
    for example in EXAMPLES:
        accept(example)
