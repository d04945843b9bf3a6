"""The pages that list something of every asset: objections, changes, tasks, former addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.site.changes_page import changes_values
from enablekit.site.links import AWAY, CHANGES, LOST
from enablekit.site.lost_page import lost_values
from enablekit.site.moved import moved_pages
from enablekit.site.objections_page import objection_pages
from enablekit.site.status_page import status_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.site.frame import Frame


def list_pages(frame: Frame) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Return path, template and values of each page; owners are for colleagues only."""
    yield CHANGES, "changes.html.j2", changes_values(frame)
    yield LOST, "404.html.j2", lost_values(frame)
    if frame.publication.offline:
        yield AWAY, "offline.html.j2", frame.shared(AWAY)
    for path, values in objection_pages(frame):
        yield path, "objections.html.j2", values
    if frame.internal:
        for path, values in status_pages(frame):
            yield path, "status.html.j2", values
    for path, values in moved_pages(frame):
        yield path, "moved.html.j2", values
