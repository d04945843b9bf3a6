"""Kinds of comprehension items, one a file; a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.question_kinds import (
    asset_message,
    changed_fact,
    claim_to_make,
    definition_match,
    do_dont,
    message_asset,
    numeric_choice,
    numeric_entry,
    objection_response,
    pain_matching,
    procedure_ordering,
    scenario_asset,
    situation_matching,
    supported_claim,
    unsupported_claim,
)

if TYPE_CHECKING:
    from enablekit.extend.question_kind import QuestionKind

# In the order in which a check draws on them.
KINDS: tuple[QuestionKind, ...] = (
    scenario_asset,
    objection_response,
    do_dont,
    asset_message,
    message_asset,
    situation_matching,
    unsupported_claim,
    claim_to_make,
    pain_matching,
    numeric_entry,
    changed_fact,
    numeric_choice,
    definition_match,
    procedure_ordering,
    supported_claim,
)
