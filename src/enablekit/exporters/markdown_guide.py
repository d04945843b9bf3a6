"""Guides as Markdown, for a wiki: a file an asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.guide_document import guide_document
from enablekit.packing.markdown_text import markdown

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

NAME = "markdown"
SUMMARY = "guides as Markdown, for a wiki"


def lacks(compiled: Compiled) -> str:  # noqa: ARG001 - the contract of an exporter
    """Say nothing: every asset has a guide."""
    return ""


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write a guide for each asset."""
    editions = (Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled)
    return {
        file_name(one.asset.id, ".md"): markdown(guide_document(one)).encode("utf-8", "replace")
        for one in editions
    }
