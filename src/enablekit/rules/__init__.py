"""Rules of `check`, one a file; a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.rules import no_owner

if TYPE_CHECKING:
    from enablekit.extend.rule import Rule

# By code.
RULES: tuple[Rule, ...] = (no_owner,)
