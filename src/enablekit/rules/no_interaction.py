"""
Presenter notes go on for more than five minutes without a question to the room.

Why reps care: After five minutes nobody knows any more whether the buyer agrees or reads mail.

Wrong:
    presenting:
      - {title: The cause, seconds: 200, say: Price and quantity come first.}
      - {title: The cost, seconds: 200, say: Each one waits two weeks longer.}

Right:
    presenting:
      - {title: The cause, seconds: 200, say: Price and quantity., ask: What leads your list?}
      - {title: The cost, seconds: 200, say: Each one waits two weeks longer.}

Options:
    `minutes`: how long may pass without a question (5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend import written_beats
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import first_line
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.notes import Beat

RULE = described(
    __doc__,
    code="EK308",
    name="no-interaction",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each stretch without a question once, where it becomes too long."""
    if not is_in_use(asset):
        return
    longest = around.number(RULE.name, "minutes", 5)
    silent = 0
    for beat in written_beats.of_asset(asset):
        if _asks(beat):
            silent = 0
            continue
        before, silent = silent, silent + beat.seconds
        if before <= longest * 60 < silent:
            yield RULE.at(
                first_line(beat.span, around),
                f"more than {longest} minute{'s' * (longest != 1)} without a question to the room",
                place=f"“{short(beat.title)}”",
                fix="Add a question here or in a step above, such as how they do it today",
            )


def _asks(beat: Beat) -> bool:
    """Tell whether the room gets the word, if only by a question in what is said."""
    return bool(beat.ask) or any("?" in cue.text for cue in beat.say)
