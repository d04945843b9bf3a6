"""What an asset says, drawn from its text as it stands there and never made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.evidence import Evidence
from enablekit.parsing.evidence.calls_to_action import calls_to_action
from enablekit.parsing.evidence.definitions import definitions
from enablekit.parsing.evidence.key_sentences import key_sentences, opening
from enablekit.parsing.evidence.passages import read
from enablekit.parsing.evidence.procedures import procedures
from enablekit.parsing.evidence.questions import questions
from enablekit.parsing.evidence.quotations import quotations
from enablekit.parsing.evidence.showables import showables
from enablekit.parsing.evidence.statistics import statistics

if TYPE_CHECKING:
    from enablekit.model.body import Body

__all__ = ["draw"]


def draw(path: str, body: Body, *, title: str, language: str) -> Evidence:
    """
    Return what the text of an asset says, each piece verbatim and with its place in the file.

    Args:
        path: The file, for the spans.
        body: Its text in blocks.
        title: The asset's title.
        language: Its language tag, such as `en-GB`. Statements are drawn by English words only
            from English texts; from others come only pieces that look alike in every language.

    """
    english = language.lower().startswith("en")
    passages = read(path, body, title=title)
    return Evidence(
        opening=opening(passages, english=english),
        key_sentences=key_sentences(passages, title=title, english=english),
        statistics=statistics(passages, english=english),
        quotations=quotations(passages, english=english),
        definitions=definitions(passages, title=title) if english else (),
        procedures=procedures(passages, title=title, english=english),
        questions=questions(passages, english=english),
        calls_to_action=calls_to_action(passages) if english else (),
        showables=showables(passages, title=title),
    )
