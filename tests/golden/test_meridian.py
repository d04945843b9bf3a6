"""The example's output, byte for byte: `python tests/golden/accept.py` accepts a change."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from accept import EXAMPLES, KEPT, SUMS, build_example


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_builds_to_what_was_accepted(name: str) -> None:
    golden = Path(__file__).parent / name
    files = build_example(name)

    expected = dict(
        reversed(line.split("  ", 1)) for line in (golden / SUMS).read_text("utf-8").splitlines()
    )
    assert sorted(files) == sorted(expected)
    # Shown in full first: a difference one can read says more than a hash.
    for path in KEPT:
        assert files[path].decode() == (golden / path).read_text("utf-8"), path
    changed = [
        path for path, data in files.items() if hashlib.sha256(data).hexdigest() != expected[path]
    ]
    assert changed == [], "run `python tests/golden/accept.py` if this is meant"
