"""Guides for programs that read: `llms.txt` with what there is, and a Markdown file a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.guide_document import guide_document
from enablekit.packing.markdown_text import escaped, markdown

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

NAME = "llms"
SUMMARY = "llms.txt and guides as Markdown, for programs that read"


def lacks(compiled: Compiled) -> str:  # noqa: ARG001 - the contract of an exporter
    """Say nothing: every asset has a guide."""
    return ""


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write the list as https://llmstxt.org describes it, and the files it names beside it."""
    editions = [Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled]
    guides = {
        file_name(one.asset.id, ".md"): markdown(guide_document(one)).encode("utf-8", "replace")
        for one in editions
    }
    return {"llms.txt": _list(parcel, editions).encode("utf-8", "replace"), **guides}


def _list(parcel: Parcel, editions: list[Edition]) -> str:
    """Name every guide under its type, those that may be used first."""
    usable = [one for one in editions if not one.notice]
    kinds = sorted({one.compiled.guide.type_label for one in usable})
    parts = [f"# {escaped(parcel.publication.name)}", f"> {escaped(_what(parcel))}"]
    for kind in kinds:
        parts.append(f"## {escaped(kind) or 'Guides'}")
        parts.append(
            "\n".join(_line(one) for one in usable if one.compiled.guide.type_label == kind)
        )
    over = [one for one in editions if one.notice]
    if over:
        # Whoever is short of room may leave this part out, says the format.
        parts += ["## Optional", "\n".join(_line(one) for one in over)]
    return "\n\n".join(parts) + "\n"


def _what(parcel: Parcel) -> str:
    audience = parcel.publication.audience.word
    return f"Directions for using pieces of marketing content. Written for: {audience}."


def _line(edition: Edition) -> str:
    asset, guidance = edition.asset, edition.asset.guidance
    about = guidance.tldr.text if guidance.tldr else asset.summary
    told = " ".join(part for part in (edition.notice, about) if part)
    link = f"- [{escaped(asset.title)}]({file_name(asset.id, '.md')})"
    return f"{link}: {escaped(told)}" if told else link
