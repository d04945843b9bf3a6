"""A publication becomes files in one format; one format a file, and a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.exporters import (
    anki,
    anki_apkg,
    cmi5,
    csv_items,
    docx_guide,
    embed,
    enablekit_json,
    gift,
    llms,
    markdown_guide,
    moodle_xml,
    notes_text,
    pdf_one_page,
    program_calendar,
    qti21,
    qti30,
    scorm12,
    scorm2004,
    xapi,
)

if TYPE_CHECKING:
    from enablekit.extend.exporter import Exporter

# In the order in which they are listed.
EXPORTERS: tuple[Exporter, ...] = (
    csv_items,
    embed,
    scorm12,
    scorm2004,
    cmi5,
    xapi,
    moodle_xml,
    gift,
    qti21,
    qti30,
    anki,
    anki_apkg,
    program_calendar,
    markdown_guide,
    docx_guide,
    pdf_one_page,
    notes_text,
    enablekit_json,
    llms,
)
