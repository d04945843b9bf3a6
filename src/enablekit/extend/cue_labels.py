"""What stands above the words of presenter notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.notes import Beat, Cue
    from enablekit.model.span import Span

BEFOREHAND = frozenset({"before", "during"})  # the parts of what is done before a step is told
USUAL = keys(("Say", "Ask", "Show", "Do", "Lead on"))
_SAID = keys({"open": "Open", "point": "The point", "proof": "The proof", "close": "Close"})
_SHOWN = keys({"table": "Show the table", "figure": "Show the figure"})
_DONE = keys(
    {
        "before": "Before",
        "during": "While presenting",
        "after": "Right after",
        "send": "Send",
    }
)
UNWRITTEN = keys(
    "Nobody wrote these notes. They are words of the piece, with their lines: points to speak"
    " from, and no script to read out."
)


def label_of(usual: str, cue: Cue, beat: Beat, wording: Wording) -> str:
    """
    Return the label of a cue in the language of the site.

    Words that were drawn are not there to be said as they stand, so their lines say them. The first
    of them in a step that has other words, too, says that nobody confirmed them; a step that was
    drawn as a whole says so itself.

    Args:
        usual: One of `USUAL`: what a cue gets in a beat that a person wrote.
        cue: The words.
        beat: The step they stand in.
        wording: The words of the site.

    """
    if usual == "Say" and cue.drawn:
        first = next(one for one in beat.say if one.drawn)
        if beat.drawn or cue is not first:
            return _quoting(cue.span, wording)
        return _quoting_first(cue.span, wording)
    return wording.say((_SAID | _SHOWN | _DONE).get(cue.part, usual))


def _quoting(span: Span, wording: Wording) -> str:
    if span.end_line == span.line:
        return wording.say("Line {line} says", line=span.line)
    return wording.say("Lines {first}–{last} say", first=span.line, last=span.end_line)


def _quoting_first(span: Span, wording: Wording) -> str:
    if span.end_line == span.line:
        return wording.say("Drawn, confirmed by nobody. Line {line} says", line=span.line)
    return wording.say(
        "Drawn, confirmed by nobody. Lines {first}–{last} say", first=span.line, last=span.end_line
    )
