"""Export: assets of a project as files for other systems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.adapters import bundled, export_folder, project
from enablekit.adapters.picture_files import PictureFiles
from enablekit.adapters.typesetter import PageSetter
from enablekit.compilers.tombstone import out_of_use
from enablekit.errors import UsageError
from enablekit.linking.references import Directory
from enablekit.model.parcel import Parcel
from enablekit.packing.over import marked, shows_checks_alone
from enablekit.parsing.reading import did_you_mean
from enablekit.usecases import kept_attempts
from enablekit.usecases.kept_attempts import exportable
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.extend.exporter import Exporter
    from enablekit.model.attempt import Kept
    from enablekit.model.audience import Audience
    from enablekit.model.paper_size import PaperSize
    from enablekit.model.program import Program
    from enablekit.model.publication import Compiled, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """
    What somebody asked for.

    Attributes:
        start: The folder they stand in, or named.
        form: The name of the format.
        names: Assets by id, path or title; none for all.
        program: The id of a program to export instead of assets; may be empty.
        output: Where the files go.
        force: Whether to export what is out of use, too.
        audience: For whom; None for what the project says.
        paper: The size of the pages; None for what the project says.
        now: The day to export for, or None for today.
        attempts: A file of kept attempts to export, too, or None.
        learner: What to call whoever kept them; empty for a name made from the file.

    """

    start: Path
    form: str
    output: Path
    names: tuple[str, ...] = ()
    program: str = ""
    force: bool = False
    audience: Audience | None = None
    paper: PaperSize | None = None
    now: str | None = None
    attempts: Path | None = None
    learner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """
    What an export did.

    Attributes:
        audience: For whom.
        files: The names of all files of the export.
        changed: Those that are new or other than before.
        assets: The ids of the assets in them.
        left_out: The assets the format has nothing to make of, each with why; and those whose
            attempts are not exported.
        pictures: What became of pictures that are not shown: the file that shows it, and why.
        signs: Pictographs that no typeface of this computer has, behind the title of their page.

    """

    audience: Audience
    files: tuple[str, ...]
    changed: tuple[str, ...]
    assets: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    pictures: tuple[tuple[str, str], ...] = ()
    signs: tuple[tuple[str, str], ...] = ()


def export(order: Order) -> Exported:
    """
    Export assets.

    Raises:
        UsageError: There is no such format or asset, or nothing to export.
        EnablekitError: It could not run.

    """
    if order.names and order.program:
        raise UsageError(
            "assets and a program cannot be exported together", hint="Name one of both"
        )
    form, here = _form(order.form), project.find(order.start)
    kept = _kept(order, form)
    publication = load(order.start, now=order.now, audience=order.audience, revived=True)
    publication = replace(publication, strings=project.strings(here)[0])
    program = _program(publication, order.program) if order.program else None
    wanted = _wanted(publication, program.assets if program else order.names)
    reasons = _reasons(wanted, form, publication, force=order.force)
    fitting = tuple(
        marked(one, publication) if shows_checks_alone(one, form.lacks) else one
        for one in wanted
        if not reasons[one.guide.asset.id]
    )
    left_out = tuple((name, why) for name, why in reasons.items() if why)
    if not fitting:
        why = f"`{left_out[0][0]}` {left_out[0][1]}" if left_out else "there are no assets"
        raise UsageError(f"there is nothing to export: {why}", hint="Name another asset, or none")
    pictures = PictureFiles(here.root, [file for file, _ in publication.files])
    only = fitting if order.names or program else ()
    kept, not_kept = exportable(kept, publication, only) if kept else (None, ())
    parcel = Parcel(
        publication=publication, compiled=fitting, program=program, kept=kept, picture=pictures
    )
    setter = PageSetter(project.page_look(here))
    files = form.files(_equipped(replace(parcel, typeset=setter), here, order.paper))
    return Exported(
        audience=publication.audience,
        files=tuple(files),
        changed=export_folder.write(order.output, files),
        assets=tuple(one.guide.asset.id for one in fitting),
        left_out=(*left_out, *not_kept),
        pictures=tuple(pictures.faults),
        signs=tuple(setter.left_out.items()),
    )


def _equipped(parcel: Parcel, here: Project, paper: PaperSize | None) -> Parcel:
    """Return a parcel with what comes from the disk: the look of the project, and our parts."""
    return replace(
        parcel,
        accent=here.config.brand.colour,
        logo=project.logo(here),
        paper=paper or here.config.paper,
        own=project.office_templates(here),
        parts=bundled.parts(),
    )


# What is out of use is not handed to anybody by accident.
_OVER = "is out of use; --force exports it with a notice"


def _reasons(
    wanted: tuple[Compiled, ...], form: Exporter, publication: Publication, *, force: bool
) -> dict[str, str]:
    """Say of each asset why it cannot be exported; nothing where it can."""
    today = publication.built_on
    return {
        one.guide.asset.id: (
            form.lacks(one) or (_OVER if not force and out_of_use(one.guide, today) else "")
        )
        for one in wanted
    }


def formats() -> tuple[tuple[str, str], ...]:
    """Return the name of every format with what it makes."""
    return tuple((one.NAME, one.SUMMARY) for one in registry.exporters())


def _form(name: str) -> Exporter:
    forms = {one.NAME: one for one in registry.exporters()}
    if name in forms:
        return forms[name]
    close = did_you_mean(name, list(forms))
    listed = f"There are: {', '.join(forms)}"
    raise UsageError(
        f"`{name}` is not a format", hint=f"Did you mean `{close}`? {listed}" if close else listed
    )


def _kept(order: Order, form: Exporter) -> Kept | None:
    if order.attempts is None:
        return None
    if not getattr(form, "READS_ATTEMPTS", False):
        raise UsageError(
            f"`{form.NAME}` has nothing to make of attempts",
            hint="`enablekit export xapi` makes statements of them",
        )
    return kept_attempts.read(order.attempts, order.learner)


def _program(publication: Publication, name: str) -> Program:
    known = {one.id: one for one in publication.programs}
    if name in known:
        return known[name]
    there = f"There are: {', '.join(known)}" if known else "The project has none yet"
    raise UsageError(f"there is no program `{name}` for {publication.audience.word}", hint=there)


def _wanted(publication: Publication, names: tuple[str, ...]) -> tuple[Compiled, ...]:
    """Return the named assets in the order they were named, each once; all if none is."""
    if not names:
        return publication.compiled
    by_id = {one.guide.asset.id: one for one in publication.compiled}
    known = Directory([one.guide.asset for one in publication.compiled])
    found: dict[str, Compiled] = {}
    for name in names:
        asset = known.find(name)
        if not asset:
            raise UsageError(
                f"there is no asset `{name}` for {publication.audience.word}",
                hint="Name it by its id or its path; `enablekit doctor` lists them",
            )
        found[asset] = by_id[asset]
    return tuple(found.values())
