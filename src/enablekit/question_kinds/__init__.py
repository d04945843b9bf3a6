"""Kinds of comprehension items, one a file; a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.question_kinds import (
    definition_match,
    do_dont,
    message_asset,
    numeric_choice,
    objection_response,
    procedure_ordering,
    scenario_asset,
    supported_claim,
)

if TYPE_CHECKING:
    from enablekit.extend.question_kind import QuestionKind

# In the order in which a check draws on them.
KINDS: tuple[QuestionKind, ...] = (
    scenario_asset,
    objection_response,
    do_dont,
    message_asset,
    numeric_choice,
    definition_match,
    procedure_ordering,
    supported_claim,
)
