"""A publication becomes files in one format; one format a file, and a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.exporters import (
    csv_items,
    docx_guide,
    enablekit_json,
    llms,
    markdown_guide,
    marp_deck,
    notes_text,
    pdf_one_page,
    pptx_deck,
    program_calendar,
)

if TYPE_CHECKING:
    from enablekit.extend.exporter import Exporter

# In the order in which they are listed.
EXPORTERS: tuple[Exporter, ...] = (
    csv_items,
    program_calendar,
    markdown_guide,
    docx_guide,
    pdf_one_page,
    pptx_deck,
    marp_deck,
    notes_text,
    enablekit_json,
    llms,
)
