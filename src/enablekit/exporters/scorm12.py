"""Checks as SCORM 1.2 packages, which nearly every learning platform plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.xml import attribute, text
from enablekit.packing.checks import lacks_check
from enablekit.packing.interactions import SCORM_12
from enablekit.packing.scorm_package import scorm_packages

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.packing.courses import Course, Lesson

# Characters, `titleType` in https://www.imsproject.org/xsd/imscp_rootv1p1p2.xsd.
_LONGEST_TITLE = 200

NAME = "scorm12"
SUMMARY = "SCORM 1.2 packages, for nearly every learning platform"

lacks = lacks_check


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write a package for each asset, or one for a program with a SCO for each asset."""
    return scorm_packages(parcel, NAME, SCORM_12, manifest)


def manifest(course: Course) -> str:
    """Write `imsmanifest.xml` (SCORM 1.2 Content Aggregation Model, 2.3)."""
    items = "".join(map(_item, course.lessons))
    resources = "".join(map(_resource, course.lessons))
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier={attribute(f"enablekit.{course.id}")} version="1.0"
 xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="organization"><organization identifier="organization">
<title>{_title(course.title)}</title>
{items}</organization></organizations>
<resources>
{resources}</resources>
</manifest>
"""


def _item(lesson: Lesson) -> str:
    mark = f"<adlcp:masteryscore>{lesson.pass_mark}</adlcp:masteryscore>"
    return (
        f"<item identifier={attribute(f'item-{lesson.id}')}"
        f" identifierref={attribute(f'resource-{lesson.id}')}>"
        f"<title>{_title(lesson.title)}</title>{mark}</item>\n"
    )


def _title(words: str) -> str:
    """Return a title, or the whole words of it that fit."""
    if len(words) <= _LONGEST_TITLE:
        return text(words)
    start = words[: _LONGEST_TITLE - 2]
    return text(f"{start.rpartition(' ')[0] or start} …")


def _resource(lesson: Lesson) -> str:
    page = attribute(lesson.page)
    return (
        f'<resource identifier={attribute(f"resource-{lesson.id}")} type="webcontent"'
        f' adlcp:scormtype="sco" href={page}><file href={page}/></resource>\n'
    )
