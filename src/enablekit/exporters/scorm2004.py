"""Checks as SCORM 2004 packages (4th edition), which also carry questions and topics."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from enablekit.encoding.xml import attribute, text
from enablekit.packing.checks import lacks_check
from enablekit.packing.interactions import SCORM_2004
from enablekit.packing.scorm_package import scorm_packages

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.packing.courses import Course, Lesson

NAME = "scorm2004"
SUMMARY = "SCORM 2004 packages, which also report questions and topics"

lacks = lacks_check


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write a package for each asset, or one for a program with a SCO for each asset."""
    return scorm_packages(parcel, NAME, SCORM_2004, manifest)


def manifest(course: Course) -> str:
    """Write `imsmanifest.xml` (SCORM 2004 4th edition, CAM 3.4 and SN 3)."""
    items = "".join(map(_item, course.lessons))
    resources = "".join(map(_resource, course.lessons))
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier={attribute(f"enablekit.{course.id}")} version="1.0"
 xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
 xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="organization"><organization identifier="organization">
<title>{text(course.title)}</title>
{items}<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
</organization></organizations>
<resources>
{resources}</resources>
</manifest>
"""


def _item(lesson: Lesson) -> str:
    # The primary objective has no id: with one it would be the first of `cmi.objectives`.
    item, resource = attribute(f"item-{lesson.id}"), attribute(f"resource-{lesson.id}")
    return f"""\
<item identifier={item} identifierref={resource}>
<title>{text(lesson.title)}</title>
<imsss:sequencing>
<imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">\
<imsss:minNormalizedMeasure>{Decimal(lesson.pass_mark) / 100}</imsss:minNormalizedMeasure>\
</imsss:primaryObjective></imsss:objectives>
<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
</imsss:sequencing>
</item>
"""


def _resource(lesson: Lesson) -> str:
    page = attribute(lesson.page)
    return (
        f'<resource identifier={attribute(f"resource-{lesson.id}")} type="webcontent"'
        f' adlcp:scormType="sco" href={page}><file href={page}/></resource>\n'
    )
