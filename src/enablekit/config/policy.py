"""What a project wants to be told, and how hard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """
    The `check:` part of the project file.

    Rules are named by code, name or the beginning of a code, such as `EK7`.

    Attributes:
        profile: Which rules there are to start with.
        select: Rules to check instead of those of the profile; empty for the profile.
        extend_select: Rules to check besides.
        ignore: Rules not to check.
        path_ignores: For each glob, rules not to check in the files it matches.
        type_ignores: For each asset type, rules not to check in its assets.
        severities: For each rule, how much its findings weigh here.
        fail_on: The least severity that makes `check` fail; None for never.
        options: For each rule by name, what it was told, as plain data.

    """

    profile: Profile = Profile.RECOMMENDED
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    type_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    fail_on: Severity | None = Severity.ERROR
    options: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()

    def option(self, rule: str, key: str) -> Any:  # noqa: ANN401 - a project may write anything
        """Return what a rule was told under a key, as plain data; None if nothing."""
        return dict(dict(self.options).get(rule, ())).get(key)
