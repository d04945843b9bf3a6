"""What the pages of programs are filled with: a learning path for a role, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.slug import slug
from enablekit.extend.check_parts import parts_key
from enablekit.site.links import PROGRAMS, check_path, facet_path, href, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enablekit.extend.check_parts import CheckPart
    from enablekit.model.program import Program
    from enablekit.site.cards import Card
    from enablekit.site.checks_page import Tally
    from enablekit.site.frame import Frame

_FOLDER = "programs"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """
    An asset of a program in one line.

    Attributes:
        asset: The asset's id.
        card: The guide in one line.
        href: The address of its guide.
        check_href: The address of its check; empty where there is none.
        items_words: How many questions it has.
        version: What tells its check from an edited one.
        parts: What everyone must know of it, as its check asks it.
        parts_key: Each part's id and digest, for the script.

    """

    asset: str
    card: Card
    href: str
    check_href: str
    items_words: str
    version: str
    parts: tuple[CheckPart, ...]
    parts_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProgram:
    """A program in one line: where it is, what it is called, for whom, and how long."""

    href: str
    name: str
    role: str
    steps_words: str


def program_pages(
    frame: Frame, tallies: Mapping[str, Tally]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Return path, template and values of each page; none where there is no program."""
    programs = frame.publication.programs
    if not programs:
        return
    yield PROGRAMS, "programs.html.j2", _list_values(frame, programs)
    for program in programs:
        yield _path(program), "program.html.j2", _values(frame, program, tallies)


def _path(program: Program) -> str:
    return facet_path(_FOLDER, slug(program.id))


def _list_values(frame: Frame, programs: tuple[Program, ...]) -> dict[str, Any]:
    root = root_of(PROGRAMS)
    return frame.shared(PROGRAMS) | {
        "programs": [
            ListedProgram(
                href=href(root, _path(one)),
                name=one.plan.name,
                role=one.plan.role,
                steps_words=_steps(frame, one),
            )
            for one in programs
        ]
    }


def _values(frame: Frame, program: Program, tallies: Mapping[str, Tally]) -> dict[str, Any]:
    path, plan = _path(program), program.plan
    root = root_of(path)
    steps = [_step(frame, root, name, tallies.get(name)) for name in program.assets]
    return frame.shared(path) | {
        "programs_href": href(root, PROGRAMS),
        "program_id": program.id,
        "name": plan.name,
        "role": plan.role,
        "steps": steps,
        "steps_words": _steps(frame, program),
        "to_check": sum(bool(step.check_href) for step in steps),
        "end": plan.end,
        "end_day": frame.wording.day(plan.end) if plan.end else "",
        "spacing": " ".join(map(str, plan.spacing)),
        "pass_mark": plan.pass_mark,
    }


def _step(frame: Frame, root: str, name: str, tally: Tally | None) -> PathStep:
    items = tally.items if tally else 0
    parts = tally.parts if tally else ()
    return PathStep(
        asset=name,
        card=frame.cards[name],
        href=root + frame.cards[name].href,
        check_href=href(root, check_path(name)) if items else "",
        items_words=frame.wording.count("{n} question", "{n} questions", items),
        version=tally.version if tally else "",
        parts=parts,
        parts_key=parts_key(parts),
    )


def _steps(frame: Frame, program: Program) -> str:
    return frame.wording.count("{n} piece", "{n} pieces", len(program.assets))
