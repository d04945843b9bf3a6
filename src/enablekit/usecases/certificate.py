"""Certificate: what somebody learned, held against what the assets say today."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.errors import UsageError, WorldError
from enablekit.extend.check_parts import parts_of
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from enablekit.model.audience import Audience
    from enablekit.model.publication import Compiled

SCHEMA = "enablekit.certificate/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """
    A certificate as its file says.

    Attributes:
        program: The id of the program.
        name: What the program was called.
        learner: Who learned; may be empty.
        on: The day of the last check passed.
        learned: For each asset, the digest of each of its parts by the id of the must-know.

    """

    program: str
    name: str
    learner: str
    on: str
    learned: tuple[tuple[str, dict[str, str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """
    Something to be asked again.

    Attributes:
        asset: The asset's id.
        title: Its title today.
        id: The must-know; empty where the asset as a whole is new in the program.
        statement: What it says today.

    """

    asset: str
    title: str
    id: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """
    A certificate held against today.

    Attributes:
        certificate: The certificate.
        parts: How many parts the program has today.
        changed: What has to be asked again.
        gone: Assets that are not in the program any more.

    """

    certificate: Certificate
    parts: int
    changed: tuple[ChangedPart, ...]
    gone: tuple[str, ...]


def compare(
    start: Path, file: Path, *, now: str | None = None, audience: Audience | None = None
) -> Compared:
    """
    Say which parts of a certificate have other words today.

    Raises:
        WorldError: The file cannot be read.
        UsageError: It is no certificate, or its program is not there any more.

    """
    certificate = _read(file)
    publication = load(start, now=now, audience=audience)
    program = next((one for one in publication.programs if one.id == certificate.program), None)
    if program is None:
        there = ", ".join(one.id for one in publication.programs)
        raise UsageError(
            f"there is no program `{certificate.program}` for {publication.audience.word}",
            hint=f"There are: {there}" if there else "The project has none",
        )
    known = dict(certificate.learned)
    by_id = {one.guide.asset.id: one for one in publication.compiled}
    asked = [by_id[name] for name in program.assets if by_id[name].check.items]
    changed = tuple(part for one in asked for part in _changed(one, known))
    names = {one.guide.asset.id for one in asked}
    return Compared(
        certificate=certificate,
        parts=sum(max(1, len(parts_of(one.guide.asset, one.check))) for one in asked),
        changed=changed,
        gone=tuple(name for name in known if name not in names),
    )


def _changed(compiled: Compiled, known: dict[str, dict[str, str]]) -> Iterator[ChangedPart]:
    asset = compiled.guide.asset
    learned = known.get(asset.id)
    if learned is None:
        yield ChangedPart(asset=asset.id, title=asset.title)
        return
    for part in parts_of(asset, compiled.check):
        if learned.get(part.id) != part.digest:
            yield ChangedPart(
                asset=asset.id, title=asset.title, id=part.id, statement=part.statement
            )


def _read(file: Path) -> Certificate:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise WorldError(
            f"{file} cannot be read: {error.strerror}", hint="Name the file that was saved"
        ) from error
    except ValueError as error:
        raise _no_certificate(file) from error
    try:
        return _certificate(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _no_certificate(file) from error


def _no_certificate(file: Path) -> UsageError:
    return UsageError(
        f"{file} is no certificate of a learning path",
        hint="Save it anew on the page of the learning path",
    )


def _certificate(data: dict[str, Any]) -> Certificate:
    if data["schema"] != SCHEMA:
        raise ValueError(data["schema"])
    learned = tuple(
        (
            str(one["asset"]),
            {str(known["id"]): str(known["digest"]) for known in one["must_know"]},
        )
        for one in data["parts"]
    )
    return Certificate(
        program=str(data["program"]),
        name=str(data["name"]),
        learner=str(data["learner"]),
        on=str(data["on"]),
        learned=learned,
    )
