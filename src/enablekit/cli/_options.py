"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from enablekit.errors import UsageError
from enablekit.model.audience import Audience
from enablekit.model.paper_size import PAPERS, PaperSize
from enablekit.parsing.reading import did_you_mean

Folder = Annotated[Path, typer.Option("-C", metavar="DIR", help="Work in this folder.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
HERE = Path()


def audience_named(word: str) -> Audience | None:
    """Return the audience a person named, or None if they named none."""
    if not word:
        return None
    found = Audience.named(word)
    if found is None:
        names = ", ".join(one.word for one in Audience)
        raise UsageError(f"`{word}` is not an audience", hint=f"There are: {names}")
    return found


def paper_named(word: str) -> PaperSize | None:
    """Return the size of paper a person named, or None if they named none."""
    if word and word.casefold() not in PAPERS:
        close = did_you_mean(word, PAPERS)
        hint = f"Did you mean `{close}`?" if close else f"There are: {', '.join(PAPERS)}"
        raise UsageError(f"`{word}` is not a size of paper", hint=hint)
    return PAPERS.get(word.casefold())
