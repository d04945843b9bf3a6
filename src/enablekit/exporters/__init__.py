"""A publication becomes files in one format; one format a file, and a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.exporters import cmi5, csv_items, embed, scorm12, scorm2004, xapi

if TYPE_CHECKING:
    from enablekit.extend.exporter import Exporter

# In the order in which they are listed.
EXPORTERS: tuple[Exporter, ...] = (csv_items, embed, scorm12, scorm2004, cmi5, xapi)
