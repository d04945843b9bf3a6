"""A statement stands as written or with one fact changed, and the learner says whether it holds."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.figures_by_heart import are_looked_up
from enablekit.extend.guided_claims import names_its_title, points_and_claims
from enablekit.extend.item_making import guided, item_id
from enablekit.extend.one_figure import change, one_figure
from enablekit.model.item import Item, Option
from enablekit.model.phrase import keys, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.guided_claims import Stated
    from enablekit.extend.said_by_piece import Says
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library

NAME = "changed-fact"
BLOOM = "recall"

TRUE, FALSE = keys(("True", "False"))
# “Below 68 goes to a person” is still so where everything below 80 does.
_BOUND = re.compile(
    r"\b(?:below|under|above|over|beyond|at (?:least|most)|(?:more|less|fewer|other) than|up to"
    r"|as (?:many|much|few|little) as|within|until|before|after|minimum|maximum|almost|nearly"
    r"|about|around)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_NEAREST, _FARTHEST = 1.15, 2.5  # times more or less than the right figure
_PAIR = 2
_LONGEST = 30  # words of a statement


class _Changed(NamedTuple):
    """A statement, and the same with one fact changed into another piece's."""

    one: Stated
    instead: str
    identity: str


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make two items or none: one statement as it is, and another with a fact that is not so.

    With both there, neither answer is the better guess.
    """
    found = list(islice(_changed(asset, library, siblings), _PAIR))
    if len(found) < _PAIR or are_looked_up(asset):
        return
    turn = int(found[0].identity, 16) % _PAIR
    for place, changed in enumerate(found):
        yield _item(asset, changed, holds=place == turn)


def _changed(asset: Asset, library: Library, siblings: Siblings) -> Iterator[_Changed]:
    """Yield the statements in which a fact can be changed."""
    statements = points_and_claims(asset)
    if not statements:
        return
    said = siblings.says(asset)
    # What names its own title gives itself away in every other kind of question.
    for one in sorted(statements, key=lambda one: not names_its_title(one)):
        if len(one.text.split()) > _LONGEST:
            continue
        instead = _other_figure(one, asset, said, siblings) or _other_name(
            one, asset, said, siblings, library
        )
        if instead:
            identity = item_id(NAME, asset.path or asset.id, one.text)
            yield _Changed(one, one._replace(text=instead).told, identity)


def _item(asset: Asset, changed: _Changed, *, holds: bool) -> Item:
    one = changed.one
    return Item(
        id=changed.identity,
        kind=NAME,
        form="single",
        stem=phrase(
            "True or false, according to “{title}”? “{statement}”",
            title=asset.title,
            statement=one.told if holds else changed.instead,
        ),
        options=(Option(text=phrase(TRUE), correct=holds),
                 Option(text=phrase(FALSE), correct=not holds)),
        in_order=True,
        rationale=guided(asset.title, one.text),
        source=one.span,
        tests=one.tests,
        objective=phrase("Tell a fact of the piece from a changed one."),
        bloom=BLOOM,
        topics=asset.topics,
    )  # fmt: skip


def _other_figure(one: Stated, asset: Asset, said: Says, siblings: Siblings) -> str:
    """Return the statement with the nearest figure of another piece that this one never gives."""
    told = change(one.text, asset.language)
    figure = told[1] if told else one_figure(one.text, asset.language)
    if figure is None or _BOUND.search(one.text[: figure.start]):
        return ""
    right = float(figure.value)
    before = float(told[0].value) if told else None
    found = []
    for other in siblings.points_and_claims(asset):
        pair = change(other.text, asset.language)
        theirs = pair[1] if pair else one_figure(other.text, asset.language)
        if theirs is None or theirs.form != figure.form or said.has_number(theirs.value):
            continue
        value = float(theirs.value)
        times = max(value, right) / min(value, right) if value and right else 0.0
        if before is not None and (value < before) != (right < before):
            continue  # what fell cannot have risen
        if _NEAREST <= times <= _FARTHEST:
            found.append((times, other.text[theirs.start : theirs.end]))
    if not found:
        return ""
    return f"{one.text[: figure.start]}{min(found)[1]}{one.text[figure.end :]}"


def _other_name(one: Stated, asset: Asset, said: Says, siblings: Siblings, library: Library) -> str:
    """Return the statement with another product, rival or persona that the piece names, too."""
    words = library.vocabulary
    for names in (words.products, words.competitors, words.personas):
        known = {term.id: term.name for term in names if term.known and term.name}
        here = [name for name in known.values() if _names(name, one.text)]
        if len(here) != 1:
            continue
        for other in sorted(_in_use(siblings, asset)):
            name = known.get(other, here[0])
            if name != here[0] and said.names(name) and not said.says_of(name, one.text):
                return one.text.replace(here[0], name)
    return ""


def _in_use(siblings: Siblings, asset: Asset) -> set[str]:
    """Return the products, rivals and personas of the pieces around this one."""
    near = siblings.near(asset)
    return {
        word
        for other in near
        for word in (
            *other.products,
            *other.competitors,
            *(use.persona for use in other.guidance.use_with),
        )
    }


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
