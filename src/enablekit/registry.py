"""Built-in and installed plug-ins, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.adapters import plug_ins
from enablekit.errors import PluginError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from enablekit.extend.exporter import Exporter
    from enablekit.extend.question_kind import QuestionKind
    from enablekit.extend.reporter import Reporter
    from enablekit.extend.rule import Rule


def kinds() -> tuple[QuestionKind, ...]:
    """
    Return every question kind: those that ship, then installed ones by name.

    Raises:
        UsageError: Two kinds have the same name.
        PluginError: An installed kind cannot be loaded or lacks part of the contract.

    """
    from enablekit.question_kinds import KINDS  # noqa: PLC0415 - a check needs none of them

    return _all(KINDS, "question kind", ("NAME", "BLOOM", "candidates"), lambda one: one.NAME)


def rules() -> tuple[Rule, ...]:
    """
    Return every rule: those that ship, then installed ones by name.

    Raises:
        UsageError: Two rules have the same code.
        PluginError: An installed rule cannot be loaded or lacks part of the contract.

    """
    from enablekit.rules import RULES  # noqa: PLC0415 - a build needs none of them

    return _all(RULES, "rule", ("RULE", "check"), lambda one: one.RULE.code)


def reporters() -> tuple[Reporter, ...]:
    """
    Return every form of a report: those that ship, then installed ones by name.

    Raises:
        UsageError: Two forms have the same name.
        PluginError: An installed form cannot be loaded or lacks part of the contract.

    """
    from enablekit.reporters import REPORTERS  # noqa: PLC0415 - a build needs none of them

    return _all(REPORTERS, "reporter", ("NAME", "render"), lambda one: one.NAME)


def exporters() -> tuple[Exporter, ...]:
    """
    Return every form of export: those that ship, then installed ones by name.

    Raises:
        UsageError: Two forms have the same name.
        PluginError: An installed form cannot be loaded or lacks part of the contract.

    """
    from enablekit.exporters import EXPORTERS  # noqa: PLC0415 - only exports need them

    return _all(EXPORTERS, "exporter", ("NAME", "SUMMARY", "lacks", "files"), lambda one: one.NAME)


def _all(
    shipped: Iterable[Any], what: str, contract: tuple[str, ...], name: Callable[[Any], str]
) -> tuple[Any, ...]:
    found = [*shipped, *_installed(what, contract)]
    names = [name(one) for one in found]
    twice = sorted({one for one in names if names.count(one) > 1})
    if twice:
        raise UsageError(
            f"two {what}s are called `{twice[0]}`",
            hint="Uninstall one of the packages that supply it",
        )
    return tuple(found)


def _installed(what: str, contract: tuple[str, ...]) -> list[Any]:
    found: list[Any] = []
    for point in plug_ins.offered(f"enablekit.{what.replace(' ', '_')}s"):
        supplier = point.dist.name if point.dist else point.value
        try:
            plugin = point.load()
        except Exception as error:  # a plug-in may fail in any way, and must be named
            raise PluginError(
                f"the {what} `{point.name}` of {supplier} cannot be loaded: {error}",
                distribution=supplier,
                hint=f"Uninstall {supplier}, or tell its authors",
            ) from error
        missing = [part for part in contract if not hasattr(plugin, part)]
        if missing:
            raise PluginError(
                f"the {what} `{point.name}` of {supplier} is incomplete",
                distribution=supplier,
                hint=f"It needs {', '.join(contract[:-1])} and {contract[-1]}",
            )
        found.append(plugin)
    return found
