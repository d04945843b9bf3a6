"""What a rule must offer; a module with these names is one, and its docstring is its page."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Protocol

from enablekit.model.diagnosis import Diagnosis, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding, Severity

_PARTS = re.compile(r"^(Why reps care|Wrong|Right|Options):[ \n]?", re.MULTILINE)


class Rule(Protocol):
    """
    Looks at one asset.

    Attributes:
        RULE: Its code, its name, its weight and its page; made by `described` from the docstring.

    """

    @property
    def RULE(self) -> Diagnosis: ...  # noqa: D102, N802 - described above; a module's constant

    def check(self, asset: Asset, around: Surroundings) -> Iterable[Finding]:
        """
        Report what is wrong with an asset.

        The asset is whole; the others in `around.library` come without their text. The same
        project always gives the same findings.
        """
        ...


def described(
    page: str | None,
    *,
    code: str,
    name: str,
    severity: Severity,
    profile: Profile = Profile.RECOMMENDED,
    timed: bool = False,
) -> Diagnosis:
    """
    Describe a rule by the docstring of its module.

    Args:
        page: What is reported, then the parts `Why reps care:`, `Wrong:`, `Right:` and, where
            there are any, `Options:`.
        code: `EK` and three digits.
        name: What is flagged, readable after "allow".
        severity: How much it weighs.
        profile: The smallest profile that holds it.
        timed: Whether it appears because a day has come.

    Raises:
        ValueError: A part of the page is missing.

    """
    what, *rest = _PARTS.split(inspect.cleandoc(page or ""))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    missing = {"Why reps care", "Wrong", "Right"} - parts.keys()
    if missing or not what.strip():
        raise ValueError(f"the page of {code} lacks {', '.join(sorted(missing)) or 'a beginning'}")
    return Diagnosis(
        code=code,
        name=name,
        severity=severity,
        what=_joined(what),
        why=_joined(parts["Why reps care"]),
        wrong=inspect.cleandoc(parts["Wrong"]),
        right=inspect.cleandoc(parts["Right"]),
        options=_joined(parts.get("Options", "")),
        profile=profile,
        timed=timed,
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
