"""A file as it was read from the project, before anybody looked inside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """
    One file of the project.

    Attributes:
        path: Relative to the project, with forward slashes.
        data: Its bytes; empty for a file that is only described by its sidecar, such as a PDF, but
            for a table of comma-separated values.
        sidecar: The path of `NAME.enable.yaml` beside it, or empty.
        sidecar_data: The bytes of the sidecar.
        digest: For a file that is not text, the SHA-256 of its bytes in hex.
        is_text: Whether `data` is Markdown to be read; False for a PDF, a deck or a video.

    """

    path: str
    data: bytes = b""
    sidecar: str = ""
    sidecar_data: bytes = b""
    digest: str = ""
    is_text: bool = True
