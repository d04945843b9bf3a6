"""Kinds of comprehension items, one a file; a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.question_kinds import do_dont, message_asset, objection_response, scenario_asset

if TYPE_CHECKING:
    from enablekit.extend.question_kind import QuestionKind

# In the order in which a check draws on them.
KINDS: tuple[QuestionKind, ...] = (
    scenario_asset,
    objection_response,
    do_dont,
    message_asset,
)
