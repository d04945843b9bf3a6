"""Checks as cmi5 packages, which report to learning platforms in xAPI statements."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from enablekit.encoding.xml import attribute, text
from enablekit.packing.activities import ASSESSMENT, EXTENSIONS
from enablekit.packing.activity_iris import activity_iri
from enablekit.packing.archive import archive
from enablekit.packing.checks import lacks_check
from enablekit.packing.courses import courses
from enablekit.packing.interactions import XAPI, interaction
from enablekit.packing.objectives import described
from enablekit.packing.package_page import package_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Publication
    from enablekit.packing.courses import Course, Lesson

NAME = "cmi5"
SUMMARY = "cmi5 packages, which report in xAPI statements"

lacks = lacks_check


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write a package for each asset, or one for a program with a unit (AU) for each asset."""
    packed = {}
    for course in courses(parcel):
        pages = {
            lesson.page: package_page(
                lesson.compiled, parcel, f"{NAME}.js", _details(lesson, parcel.publication)
            )
            for lesson in course.lessons
        }
        structure = structure_of(course, parcel).encode("utf-8", "replace")
        packed[f"{course.name}.{NAME}.zip"] = archive({"cmi5.xml": structure, **pages})
    return packed


def structure_of(course: Course, parcel: Parcel) -> str:
    """
    Write `cmi5.xml`.

    Source: https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md, 13 and 14.
    """
    publication = parcel.publication
    kind = "program" if parcel.program else "course"
    objectives: dict[str, str] = {}
    for lesson in course.lessons:
        objectives |= described(lesson.compiled, publication)
    listed = "".join(
        f"<objective id={_objective(name, publication)}>"
        f"{_texts(said, said, publication.language)}</objective>\n"
        for name, said in objectives.items()
    )
    units = "".join(_unit(lesson, publication) for lesson in course.lessons)
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id={attribute(activity_iri(publication, kind, course.source))}>
{_texts(course.title, _summary(course.lessons), publication.language)}
</course>
{f"<objectives>{chr(10)}{listed}</objectives>{chr(10)}" if listed else ""}{units}</courseStructure>
"""


def _unit(lesson: Lesson, publication: Publication) -> str:
    asset = lesson.compiled.guide.asset
    references = "".join(
        f"<objective idref={_objective(name, publication)}/>"
        for name in described(lesson.compiled, publication)
    )
    about = f"<objectives>{references}</objectives>\n" if references else ""
    mark = Decimal(lesson.pass_mark) / 100
    return f"""\
<au id={attribute(activity_iri(publication, "check", asset.id))} moveOn="CompletedAndPassed" \
masteryScore="{mark}" launchMethod="AnyWindow" activityType="{ASSESSMENT}">
{_texts(lesson.title, _summary([lesson]), asset.language)}
{about}<url>{text(lesson.page)}</url>
</au>
"""


def _summary(lessons: Iterable[Lesson]) -> str:
    """Return what a course is about in its authors' words: the summary of one, else the titles."""
    assets = [lesson.compiled.guide.asset for lesson in lessons]
    if len(assets) == 1:
        return assets[0].summary or assets[0].title
    return "; ".join(asset.title for asset in assets)


def _texts(title: str, description: str, language: str) -> str:
    lang = attribute(language)
    return (
        f"<title><langstring lang={lang}>{text(title)}</langstring></title>"
        f"<description><langstring lang={lang}>{text(description)}</langstring></description>"
    )


def _objective(name: str, publication: Publication) -> str:
    return attribute(activity_iri(publication, "objective", name))


def _details(lesson: Lesson, publication: Publication) -> dict[str, Any]:
    """Return what the script says of each item."""
    items = {}
    for item in lesson.compiled.check.pool:
        told = interaction(item, XAPI)
        items[item.id] = {
            "id": activity_iri(publication, "item", item.id),
            "type": told.type,
            "patterns": list(told.patterns),
        }
    return {
        "between": XAPI.between,
        "pair": XAPI.pair,
        "real": XAPI.real,
        "extensions": EXTENSIONS,
        "items": items,
    }
