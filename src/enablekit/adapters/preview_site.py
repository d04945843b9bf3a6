"""The files a preview may serve: those the last good build wrote, by their exact names."""

from __future__ import annotations

import mimetypes
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.adapters import output_marker
from enablekit.adapters.careful_open import opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INDEX = "index.html"
_KEEPER = "sw.js"  # a browser would go on showing the preview when it has long ended
_TRIES = 20
_BETWEEN_TRIES = 0.02  # seconds; where folders cannot be exchanged, there is none for a moment

# Python's own table and what it lacks; never the computer's, which may say anything.
_TYPES = mimetypes.MimeTypes()
_TYPES.add_type("text/javascript", ".js")
_TYPES.add_type("text/calendar", ".ics")
_TYPES.add_type("text/markdown", ".md")
_TYPES.add_type("image/webp", ".webp")
_TYPES.add_type("font/woff2", ".woff2")
_TEXT = {"application/json", "application/xml", "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewSite:
    """
    A built site.

    A path is looked up and never put together, so no spelling of one leads out of the site, to a
    hidden file or to a list of files.

    Attributes:
        root: Its folder.
        digests: The SHA-256 of each file that may be served, by its path in the folder.

    """

    root: Path
    digests: Mapping[str, str]

    def name(self, path: str) -> str:
        """
        Return the file that an address means.

        Args:
            path: The path of the address, decoded, without its first slash.

        Returns:
            The file's path in the folder; empty if there is none.

        """
        wanted = path + INDEX if not path or path.endswith("/") else path
        return wanted if wanted in self.digests else ""

    def is_folder(self, path: str) -> bool:
        """Tell whether a path is a folder with a page of its own, named without its last slash."""
        return bool(path) and f"{path}/{INDEX}" in self.digests

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes; None if it is not there any more or is a link."""
        for _ in range(_TRIES):
            try:
                with open(opened(os.fspath(self.root / name)), "rb") as file:  # noqa: PTH123 - a handle
                    return file.read()
            except FileNotFoundError:
                time.sleep(_BETWEEN_TRIES)
            except OSError:
                return None
        return None


def site_in(folder: Path) -> PreviewSite:
    """Return the site that a build wrote into a folder, hidden files left out."""
    digests = output_marker.digests((folder / output_marker.NAME).read_bytes()) or {}
    seen = {
        path: digest
        for path, digest in digests.items()
        if path != _KEEPER and not any(part.startswith(".") for part in path.split("/"))
    }
    return PreviewSite(root=folder, digests=seen)


def is_page(name: str) -> bool:
    """Tell whether a file is a page."""
    return name.endswith((".html", ".htm"))


def media_type(name: str) -> str:
    """Return the content type of a file, with the encoding of text."""
    kind = _TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXT else kind
