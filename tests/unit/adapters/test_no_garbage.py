"""A build collects no garbage, so what it reads must leave none in circles."""

from __future__ import annotations

import gc
from pathlib import Path

from enablekit.adapters import project, source_tree
from enablekit.usecases import share
from enablekit.usecases.share import Share

EXAMPLE = Path(__file__).parents[3] / "examples" / "meridian"


def test_reading_leaves_no_circle_of_references() -> None:
    config = project.find(EXAMPLE).config
    files, _ = source_tree.read(
        EXAMPLE, include=config.include, exclude=config.exclude, output=None
    )

    def read() -> None:
        hand = Share(files=files, config=config, templates={}, progress=lambda: None)
        share.read(hand, frozenset())

    read()  # what is made once for all stays
    gc.collect()
    gc.disable()
    try:
        read()
        assert gc.collect() < 50
    finally:
        gc.enable()
