"""A private folder for the site of a preview, gone when the preview ends."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from enablekit.adapters import build_memory

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def private_folder() -> Iterator[Path]:
    """
    Yield where a site can be built that nobody else may read, and remove all of it at the end.

    It lies outside of the project, so a preview never changes a site that is published from there.
    """
    prefix = "enablekit-preview-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        site = Path(folder).resolve() / "site"
        try:
            yield site
        finally:
            build_memory.forget(site)
