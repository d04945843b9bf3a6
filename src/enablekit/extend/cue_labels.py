"""What stands above the words of presenter notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from enablekit.model.notes import Cue

BEFOREHAND = frozenset({"before", "during"})  # the parts of what is done before a step is told
USUAL = keys(("Say", "Ask", "Show", "Do", "Lead on", "It says"))
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
_DRAWN = keys({"proof": "A number"})


def label_of(usual: str, cue: Cue) -> str:
    """
    Return the English label of a cue, which catalogues translate.

    Args:
        usual: One of `USUAL`: what a cue gets in a beat that a person wrote.
        cue: The words.

    """
    if usual == "Say" and cue.drawn:
        return _DRAWN.get(cue.part, "It says")
    return (_SAID | _SHOWN | _DONE).get(cue.part, usual)
