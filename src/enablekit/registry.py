"""Built-in and installed plug-ins, by name."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from enablekit import question_kinds
from enablekit.errors import PluginError, UsageError

if TYPE_CHECKING:
    from enablekit.extend.question_kind import QuestionKind

_QUESTION_KINDS = "enablekit.question_kinds"


def kinds() -> tuple[QuestionKind, ...]:
    """
    Return every question kind: those that ship, then installed ones by name.

    Raises:
        UsageError: Two kinds have the same name.
        PluginError: An installed kind cannot be loaded or lacks part of the contract.

    """
    found = [*question_kinds.KINDS, *_installed()]
    names = [kind.NAME for kind in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(
            f"two question kinds are called `{twice[0]}`",
            hint="Uninstall one of the packages that supply it",
        )
    return tuple(found)


def _installed() -> list[QuestionKind]:
    points = sorted(entry_points(group=_QUESTION_KINDS), key=lambda one: (one.name, one.value))
    kinds: list[QuestionKind] = []
    for point in points:
        supplier = point.dist.name if point.dist else point.value
        try:
            kind = point.load()
        except Exception as error:  # a plug-in may fail in any way, and must be named
            raise PluginError(
                f"the question kind `{point.name}` of {supplier} cannot be loaded: {error}",
                distribution=supplier,
                hint=f"Uninstall {supplier}, or tell its authors",
            ) from error
        if not all(hasattr(kind, name) for name in ("NAME", "BLOOM", "candidates")):
            raise PluginError(
                f"the question kind `{point.name}` of {supplier} is incomplete",
                distribution=supplier,
                hint="It needs NAME, BLOOM and candidates",
            )
        kinds.append(kind)
    return kinds
