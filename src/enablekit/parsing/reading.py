"""One file being read: the findings so far and the words its references are held against."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.parsing.diagnoses import NEAR_MISS_FIELD, UNKNOWN_TERM

if TYPE_CHECKING:
    from collections.abc import Collection

    from enablekit.model.diagnosis import Diagnosis
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span
    from enablekit.model.vocabulary import Vocabulary

_LISTED = 12  # more known words than this do not help anybody choose
_ALIKE = 0.7  # as evaluashun and evaluation are; words that share only an ending are less


def did_you_mean(word: str, allowed: Collection[str]) -> str:
    """Return the allowed word that is most like a mistyped one, or an empty text."""
    close = get_close_matches(word.casefold(), sorted(allowed), n=1, cutoff=_ALIKE)
    return close[0] if close else ""


class Reading:
    """
    Collects what is wrong while one file is read.

    Args:
        vocabulary: The project's words; a list without words checks nothing.

    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.findings: list[Finding] = []
        self._allowed = {
            "persona": {term.id for term in vocabulary.personas},
            "stage": {term.id for term in vocabulary.stages},
            "pain": {term.id for term in vocabulary.pains},
            "topic": {term.id for term in vocabulary.topics},
            "product": {term.id for term in vocabulary.products},
            "competitor": {term.id for term in vocabulary.competitors},
            "claim": {term.id for term in vocabulary.claims},
            "person": {term.id for term in vocabulary.people},
        }

    def report(
        self, diagnosis: Diagnosis, span: Span, message: str, *, fix: str = "", place: str = ""
    ) -> None:
        """Note something wrong."""
        self.findings.append(diagnosis.at(span, message, fix=fix, place=place))

    def check_reference(self, kind: str, word: str, span: Span, place: str) -> None:
        """Report a word that its vocabulary does not have."""
        allowed = self._allowed.get(kind)
        if allowed and word not in allowed:
            self.unknown_word(word, kind, allowed, span, place)

    def unknown_word(
        self, word: str, kind: str, allowed: Collection[str], span: Span, place: str
    ) -> None:
        """Report a word outside a closed list, with the one that was probably meant."""
        close = did_you_mean(word, allowed)
        listed = ", ".join(sorted(allowed)[:_LISTED])
        more = " …" if len(allowed) > _LISTED else ""
        hint = f"Did you mean `{close}`? " if close else ""
        article = "an" if kind[0] in "aeiou" else "a"
        self.report(
            UNKNOWN_TERM,
            span,
            f"`{word}` is not {article} {kind}",
            fix=f"{hint}Known: {listed}{more}",
            place=place,
        )

    def unknown_key(self, key: str, allowed: Collection[str], span: Span, place: str) -> None:
        """Report a key nobody reads."""
        close = did_you_mean(key, allowed)
        fix = f"Did you mean `{close}`?" if close else f"Known keys: {', '.join(sorted(allowed))}"
        self.report(NEAR_MISS_FIELD, span, f"`{key}` is not a field here", fix=fix, place=place)
