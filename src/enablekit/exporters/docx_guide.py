"""Guides as Word documents, in the project's own template where it has one: a file an asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.guide_document import guide_document
from enablekit.packing.paper import on_paper
from enablekit.packing.word_document import TEMPLATE, WordLook, word_document

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

NAME = "docx"
SUMMARY = "guides as Word documents"


def lacks(compiled: Compiled) -> str:  # noqa: ARG001 - the contract of an exporter
    """Say nothing: every asset has a guide."""
    return ""


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write a document for each asset.

    Raises:
        WorldError: python-docx is not installed, or the project's template is no Word document.

    """
    look = WordLook(
        paper=parcel.paper,
        accent=on_paper(parcel.accent),
        template=parcel.own.get(TEMPLATE),
    )
    editions = (Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled)
    return {
        file_name(one.asset.id, ".docx"): word_document(
            guide_document(one), look, parcel.publication.built_on
        )
        for one in editions
    }
