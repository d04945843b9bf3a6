"""What is said of a word in the project file that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.parsing.diagnoses import CONFIG_INVALID
from enablekit.parsing.reading import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection

    from enablekit.model.span import Span
    from enablekit.parsing.reading import Reading


def unknown(word: str, allowed: Collection[str], kind: str, span: Span, reading: Reading) -> None:
    """Report a word that is not one of the allowed, with the nearest or with all of them."""
    close = did_you_mean(word, allowed)
    fix = f"Did you mean `{close}`?" if close else f"Known: {', '.join(sorted(allowed))}"
    article = "an" if kind[0] in "aeiou" else "a"
    reading.report(CONFIG_INVALID, span, f"`{word}` is not {article} {kind}", fix=fix)
