"""What guidance leaves open that a rep asks first: for whom, when, and what then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.guidance import Guidance


def names_nobody(guidance: Guidance) -> bool:
    """Tell whether no kind of person is named."""
    return not any(one.persona or one.why for one in guidance.use_with) and not any(
        one.persona for one in guidance.talk_track
    )


def names_no_moment(guidance: Guidance) -> bool:
    """Tell whether nothing says when to use it or when not to."""
    return not (
        guidance.stages
        or guidance.trigger
        or guidance.do_not_use_when
        or any(one.when for one in guidance.use_with)
    )


def leads_nowhere(guidance: Guidance) -> bool:
    """Tell whether nothing says what comes after."""
    after = guidance.how_to_present.after if guidance.how_to_present else ""
    return not (guidance.next or guidance.follow_up or guidance.talk_to or after)
