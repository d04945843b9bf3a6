"""What SCORM packages of both versions are made of, besides their manifests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.packing.archive import archive
from enablekit.packing.courses import courses
from enablekit.packing.interactions import interaction, short_text
from enablekit.packing.objectives import described, objectives_of
from enablekit.packing.package_page import package_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.parcel import Parcel
    from enablekit.packing.courses import Course, Lesson
    from enablekit.packing.interactions import Notation


def scorm_packages(
    parcel: Parcel, form: str, notation: Notation, manifest: Callable[[Course], str]
) -> dict[str, bytes]:
    """
    Return the packages of a parcel by name.

    Args:
        parcel: What to export.
        form: The name of the format, which is also that of its script.
        notation: How answers are written in it.
        manifest: What writes the manifest of a package.

    """
    packed = {}
    for course in courses(parcel):
        pages = {
            lesson.page: package_page(
                lesson.compiled, parcel, f"{form}.js", _details(lesson, parcel, notation)
            )
            for lesson in course.lessons
        }
        files = {"imsmanifest.xml": manifest(course).encode("utf-8", "replace"), **pages}
        packed[f"{course.name}.{form}.zip"] = archive(files)
    return packed


def _details(lesson: Lesson, parcel: Parcel, notation: Notation) -> dict[str, Any]:
    """Return what the script reports of each item, and of what the items are about."""
    compiled = lesson.compiled
    items = {}
    for item in compiled.check.pool:
        told = interaction(item, notation)
        items[item.id] = {
            "type": told.type,
            "patterns": list(told.patterns),
            "objectives": list(objectives_of(item, compiled.guide.asset.id)),
        }
    objectives = {
        name: short_text(said) for name, said in described(compiled, parcel.publication).items()
    }
    return {
        "between": notation.between,
        "pair": notation.pair,
        "real": notation.real,
        "items": items,
        "objectives": objectives,
    }
