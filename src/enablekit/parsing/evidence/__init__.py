"""What an asset says, drawn from its text as it stands there and never made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.evidence import Evidence
from enablekit.parsing.evidence import (
    calls_to_action,
    contrasts,
    definitions,
    key_sentences,
    procedures,
    questions,
    quotations,
    showables,
    statistics,
)
from enablekit.parsing.evidence.passages import read
from enablekit.parsing.evidence.terse_items import terse_items
from enablekit.parsing.evidence.worthiness import worthy, worthy_in_frames

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
    sentences, tied = worthy(passages, english=english)
    quoted = quotations.draw(passages, english=english)
    lists = [passage for passage in passages if passage.block.kind == "list"]
    framed = worthy_in_frames(passages, quoted) if english else []
    figures = statistics.draw(
        [*sentences, *tied, *framed],
        english=english,
        terse=terse_items(lists) if english else (),
    )
    return Evidence(
        opening=key_sentences.draw_opening(sentences),
        key_sentences=key_sentences.draw(sentences, title=title, english=english),
        statistics=figures,
        quotations=quoted,
        definitions=definitions.draw(sentences, lists, title=title) if english else (),
        procedures=procedures.draw(passages, title=title, english=english),
        questions=questions.draw(passages, english=english),
        calls_to_action=calls_to_action.draw(passages) if english else (),
        showables=showables.draw(passages, title=title),
        contrasts=contrasts.draw(sentences, figures) if english else (),
    )
