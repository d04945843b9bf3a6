"""The gate: rules that every comprehension item passes before anybody sees it; one rule a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.item_rules import (
    absolute_terms,
    all_or_none,
    article_cue,
    balanced_truth,
    clang,
    coverage,
    direction,
    distractor_unsupported,
    feedback,
    focused_stem,
    hinge,
    key_length,
    key_position,
    key_supported,
    leak_free_stem,
    needless_truth,
    negative_stem,
    numeric_order,
    one_blank,
    option_count,
    options_distinct,
    overlapping_options,
    parallel_form,
    possible_range,
    readability,
    same_kind_of_options,
    self_contained,
    stale_source,
    unique_stem,
    vague_terms,
    worn_distractors,
)

if TYPE_CHECKING:
    from enablekit.extend.item_rule import CheckRule, ItemRule

# In the order of their numbers; the list is in the reference, with the test of each.
ITEM_RULES: tuple[ItemRule, ...] = (
    key_supported,
    distractor_unsupported,
    options_distinct,
    option_count,
    key_length,
    clang,
    all_or_none,
    same_kind_of_options,
    numeric_order,
    leak_free_stem,
    self_contained,
    direction,
    possible_range,
    negative_stem,
    absolute_terms,
    vague_terms,
    focused_stem,
    one_blank,
    article_cue,
    parallel_form,
    overlapping_options,
    feedback,
    readability,
    stale_source,
)

CHECK_RULES: tuple[CheckRule, ...] = (
    unique_stem,
    key_position,
    hinge,
    coverage,
    worn_distractors,
    balanced_truth,
    needless_truth,
)
