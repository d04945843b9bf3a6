"""
A text of the guidance is longer than what it is for allows.

That is 60 words for the `tldr`; 25, 75 and 300 for the pitches of ten seconds, thirty seconds and
two minutes; 120 for a follow-up. Where a language has no blanks between words, its characters
count, as many as take as long to say.

Why reps care: A pitch of thirty seconds that takes a minute is cut off before the point, and
nobody answers a follow-up that has to be scrolled.

Wrong:
    pitches:
      10s: (thirty-one words)

Right:
    pitches:
      10s: We check every invoice before it is sent, so that good customers pay on time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding import pace
from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.rule import described
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK211", name="too-many-words", severity=Severity.WARNING)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each text over its limit, at the words that are too many."""
    if not is_in_use(asset):
        return
    for one in texts(asset):
        words, most = pace.counted(one.text), pace.as_long_as(one.words, asset.language)
        if 0 < most < len(words):
            counted = "characters" if pace.counts_characters(asset.language) else "words"
            yield RULE.at(
                place_at(one, words[most].start(), words[-1].end(), around),
                f"{one.place} has {len(words)} {counted}; at most {most} work",
                place=one.place,
                fix=f"Cut it by {len(words) - most} {counted}",
            )
