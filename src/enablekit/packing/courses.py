"""Which packages a parcel becomes: one for a program, else one for each asset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.packing.identifiers import identifier

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """
    One check inside a package.

    Attributes:
        id: What platforms keep its results under.
        compiled: The asset.
        page: The path of its page inside the package.
        pass_mark: Percent of items to answer correctly.

    """

    id: str
    compiled: Compiled
    page: str
    pass_mark: int

    @property
    def title(self) -> str:
        """What people call it."""
        return self.compiled.guide.asset.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """
    One package.

    Attributes:
        id: What platforms know it by.
        name: What its file is called, without an ending; it may lie in folders.
        source: The id of the program or the asset.
        title: What people call it.
        lessons: Its checks, in order.

    """

    id: str
    name: str
    source: str
    title: str
    lessons: tuple[Lesson, ...]


def courses(parcel: Parcel) -> tuple[Course, ...]:
    """Return the packages to make of a parcel, in order."""
    program = parcel.program
    if program is not None:
        lessons = tuple(
            _lesson(one, program.plan.pass_mark, inside=True) for one in parcel.compiled
        )
        return (
            Course(
                id=identifier("program", program.id),
                name=program.id,
                source=program.id,
                title=program.plan.name,
                lessons=lessons,
            ),
        )
    return tuple(
        Course(
            id=identifier("asset", one.guide.asset.id),
            name=one.guide.asset.id,
            source=one.guide.asset.id,
            title=one.guide.asset.title,
            lessons=(_lesson(one, 0, inside=False),),
        )
        for one in parcel.compiled
    )


def _lesson(compiled: Compiled, pass_mark: int, *, inside: bool) -> Lesson:
    name = identifier("check", compiled.guide.asset.id)
    return Lesson(
        id=name,
        compiled=compiled,
        page=f"{name}/index.html" if inside else "index.html",
        pass_mark=pass_mark or compiled.check.pass_mark,
    )
