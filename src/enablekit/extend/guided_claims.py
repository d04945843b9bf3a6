"""What guidance states: must-knows and proof points, a piece's own and those only others make."""

from __future__ import annotations

import functools
import re
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.answers import canonical, numbers
from enablekit.extend.echo import echoes
from enablekit.extend.imprint_making import figures_of
from enablekit.extend.item_making import content_words, distinct, likeness
from enablekit.extend.said_by_piece import names_in, telling
from enablekit.extend.standing_alone import is_cut_loose, stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from enablekit.extend.said_by_piece import Says
    from enablekit.model.asset import Asset
    from enablekit.model.span import Span

_ALIKE = 0.5  # of all words of two statements: they say the same
_SHORTER, _LONGER = 0.65, 1.5  # of the key's length
_LONG_ENOUGH, _SHORT_ENOUGH = 0.85, 1.2  # for the longest, and for the shortest of them
_LIKE_FIGURES = 0.2  # worth as much as a fifth of all words in common
_LOOKED_AT = 48  # statements of others; beyond, the nearest are compared for nothing
_YEAR = re.compile(r"(?:19|20)\d\d.*|\d|\d\d")  # with small numbers nobody is told anything
_MONTHS = frozenset({
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december",
})  # fmt: skip
# Roots of words that measure anything at all: what shares no others is about something else.
_MEASURES = frozenset({
    "month", "months", "week", "weeks", "year", "years", "hour", "hours", "day", "days", "minut",
    "secon", "first", "half", "media", "avera", "time", "times", "took", "take", "takes", "fell",
    "spent", "share", "case", "cases", "total", "twice", "later", "soone", "witho", "toget",
    "worki", "work", "runs", "start", "range",
})  # fmt: skip
_CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}")
_FEWEST_TELLING = 3  # words; what has fewer could be said of anything
_NEAR = 0.4  # of a claim's telling words are used by the piece; the topic rules others out
# What points at the piece it stands in makes no sense beside another.
_POINTING = re.compile(
    r"^(?:it|they|he|she|you)\b|\b(?:this|these|here)\b"
    r"|\bthe (?:page|paper|deck|video|mail|card|sheet|clip|post|piece|meeting|pack|plan|talk)\b",
    re.IGNORECASE,
)


# What a rep does with a piece is not what the piece says.
_ABOUT_THE_PIECE = re.compile(
    r"\b(?:send|battlecard|deck|slides?|video|clip|webinar|recording|poll|screenshot|may be named"
    r"|be named|must not|may not|never say|do not|don't|self-reported|approved|out of date"
    r"|goal of)\b",
    re.IGNORECASE,
)
# A result is somebody's: it names them, or says how many were looked at.
_CHANGE = re.compile(
    r"\b(?:fell|fall|rose|grew|cut|dropped|sank|took|faster|sooner)\b", re.IGNORECASE
)
_FROM_TO = re.compile(r"\bfrom \S*\d\S* (?:[a-z]+ )?to \S*\d")
_SAMPLE = re.compile(
    r"\b(?:customers?|companies|suppliers|respondents|survey|measurement|study|plan|tests?|n =|team"
    r"|reps|pilot|median)\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """
    A statement of the guidance.

    Attributes:
        text: The words.
        span: Where the entry stands.
        title: The piece whose guidance it is.
        tests: The id of the must-know that says so; empty when it is a proof point alone.
        scope: For a proof point, what it was measured on; may be empty.

    """

    text: str
    span: Span
    title: str
    tests: str = ""
    scope: str = ""

    @property
    def told(self) -> str:
        """The words with what they were measured on: no figure is for everybody."""
        return f"{self.text.rstrip('.')} ({self.scope})." if self.scope else self.text


def must_knows(asset: Asset) -> tuple[Stated, ...]:
    """Return what everyone must know who uses the piece."""
    return tuple(
        Stated(one.statement, one.span, asset.title, tests=one.id)
        for one in asset.guidance.must_know
        if one.statement
    )


def proof_points(asset: Asset) -> tuple[Stated, ...]:
    """Return the claims of a piece, each with the must-know that says the same if there is one."""
    known = must_knows(asset)
    return tuple(
        Stated(one.claim, one.span, asset.title, _tested(one.claim, known), one.scope)
        for one in asset.guidance.proof_points
        if one.claim
    )


def stated(asset: Asset) -> tuple[Stated, ...]:
    """
    Return must-knows and proof points, each statement once.

    A proof point stands for a must-know that says the same and could not be asked for.
    """
    found: list[Stated] = []
    for one in (*must_knows(asset), *proof_points(asset)):
        same = [n for n, other in enumerate(found) if says_the_same(one.text, other.text)]
        if not same:
            found.append(one)
        elif is_cut_loose(found[same[0]].text) and can_be_asked(one.text):
            found[same[0]] = one
    return tuple(found)


def points(asset: Asset) -> tuple[Stated, ...]:
    """
    Return the must-knows that the text proves and that can be asked for.

    Those on how to use the piece are no points it makes, and those that lean on what is not said
    cannot be understood. Each has the scope of the proof point that says the same.
    """
    proved = proof_points(asset)
    sourced = {one.statement for one in asset.guidance.must_know if one.source}
    return tuple(
        one._replace(scope=_scope(one.text, proved))
        for one in must_knows(asset)
        if one.text in sourced and can_be_asked(one.text)
    )


def claims(asset: Asset) -> tuple[Stated, ...]:
    """Return the proof points that can be asked for."""
    return tuple(one for one in proof_points(asset) if can_be_asked(one.text))


def points_and_claims(asset: Asset) -> tuple[Stated, ...]:
    """Return both, each statement once."""
    found: list[Stated] = []
    for one in (*points(asset), *claims(asset)):
        if not any(says_the_same(one.text, other.text) for other in found):
            found.append(one)
    return tuple(found)


def can_be_asked(text: str) -> bool:
    """Tell whether a statement is about the matter, and can be read by itself."""
    return (
        stands_alone(text)
        and not is_cut_loose(text)
        and not _points(text)
        and not _ABOUT_THE_PIECE.search(text)
    )


def _scope(text: str, proved: Iterable[Stated]) -> str:
    return next((one.scope for one in proved if says_the_same(text, one.text)), "")


def only_elsewhere(own: Sequence[Stated], said: Says, others: Iterable[Stated]) -> Iterator[Stated]:
    """
    Yield what other pieces state about the same things and this one does not, nearest first.

    At most 48 are enough to choose from.

    Args:
        own: The statements of the piece.
        said: What it says.
        others: Statements of the pieces around it.

    """
    near = ((said.nearness(one.text), one) for one in others)
    found = [pair for pair in near if pair[0] >= _NEAR and _stands_alone(pair[1], said)]
    found.sort(key=lambda pair: (-round(pair[0], 3), pair[1].title, pair[1].text))
    left = _LOOKED_AT
    for _, one in found:
        if not left:
            return
        if not said.may_state(one.text) and not any(
            says_the_same(one.text, mine.text) for mine in own
        ):
            left -= 1
            yield one


def beside(key: Stated, title: str, elsewhere: Sequence[Stated]) -> tuple[Stated, ...]:
    """
    Return two statements that can stand beside a key, or nothing.

    Either all say what they were measured on or none. Their lengths leave the key neither the
    longest nor the shortest by far; those that share most of its telling words, and have figures if
    it has, come first. No figure stands in two of them, and nothing of the title in the key alone.
    """
    length = len(key.told)
    fitting = [
        one
        for one in elsewhere
        if bool(one.scope) == bool(key.scope)
        and has_figure(one.text) == has_figure(key.text)
        and _SHORTER <= len(one.told) / length <= _LONGER
        and says_whose(one) == says_whose(key)
        and could_be_mistaken(one.text, key.text)
    ]
    fitting.sort(key=lambda one: (-_temptation(one.text, key.text), one.text))
    for pair in permutations(fitting, 2):
        told = [one.told for one in pair]
        lengths = [len(text) / length for text in told]
        if (
            max(lengths) >= _LONG_ENOUGH
            and min(lengths) <= _SHORT_ENOUGH
            and len(distinct(told, unlike=key.told, limit=2)) == 2  # noqa: PLR2004 - both
            and not echoes(title, key.told, told)
            and (not _named(key) or any(_named(one) for one in pair))
            and not repeated_figure([key.text, *(one.text for one in pair)])
        ):
            return pair
    return ()


def says_whose(one: Stated) -> bool:
    """Tell whether a result says whose it is; what is no result needs not to."""
    return bool(_named(one)) or not _CHANGE.search(one.text) or bool(_SAMPLE.search(one.told))


def _named(one: Stated) -> frozenset[str]:
    """Return whom and what a statement and its scope name, in lower case."""
    return (names_in(one.text) | names_in(f"in {one.scope}")) - _MONTHS


def _capitalised(text: str) -> frozenset[str]:
    """Return the words with a capital letter; a title and a claim that share one name somebody."""
    return frozenset(_CAPITAL.findall(text))


def could_be_mistaken(one: str, other: str) -> bool:
    """Tell whether two claims are about one matter, or both tell how something changed."""
    if matter(one) & matter(other):
        return True
    return bool(_FROM_TO.search(one) and _FROM_TO.search(other))


def matter(text: str) -> frozenset[str]:
    """Return the roots of the words that say what a text is about, without those that measure."""
    return telling(text) - _MEASURES


def repeated_figure(texts: Iterable[str]) -> str:
    """Return a figure, with what it counts, that stands in two texts; what both say is not it."""
    seen: set[str] = set()
    for text in texts:
        found = {one for one in figures_of(canonical(text)) if not _YEAR.fullmatch(one)}
        if seen & found:
            return min(seen & found)
        seen |= found
    return ""


def _temptation(text: str, key: str) -> float:
    shared, together = telling(text) & telling(key), telling(text) | telling(key)
    alike = len(shared) / len(together) if together else 0.0
    return alike + (_LIKE_FIGURES if has_figure(text) == has_figure(key) else 0.0)


def has_figure(text: str) -> bool:
    """Tell whether a text has a number in digits."""
    return any(sign.isdigit() for sign in text)


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two statements have most of their words and all of their numbers in common."""
    if likeness(one, other) < _ALIKE:
        return False
    mine, theirs = numbers(one), numbers(other)
    return mine <= theirs or theirs <= mine


def names_its_title(one: Stated) -> frozenset[str]:
    """Return the words that a statement shares with the title of its piece."""
    return content_words(one.text) & content_words(one.title)


def _stands_alone(one: Stated, said: Says) -> bool:
    """Tell whether a statement can be read beside another piece without ruling itself out."""
    return (
        len(telling(one.text)) >= _FEWEST_TELLING
        and not _points(one.text)
        and said.knows(names_its_title(one))
        and said.knows_names_of(one.told)
        and not _capitalised(one.told) & _capitalised(one.title)
    )


@functools.lru_cache(maxsize=1 << 14)
def _points(text: str) -> bool:
    return _POINTING.search(text) is not None


def _tested(claim: str, known: Sequence[Stated]) -> str:
    return next((one.tests for one in known if says_the_same(claim, one.text)), "")
