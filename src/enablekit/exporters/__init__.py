"""A publication becomes files in one format; one format a file, and a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.exporters import anki, anki_apkg, csv_items, gift, moodle_xml, qti21, qti30

if TYPE_CHECKING:
    from enablekit.extend.exporter import Exporter

# In the order in which they are listed.
EXPORTERS: tuple[Exporter, ...] = (
    csv_items,
    moodle_xml,
    gift,
    qti21,
    qti30,
    anki,
    anki_apkg,
)
