"""Quiz: somebody takes the check of an asset, answer by answer, and can go on another day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from enablekit.adapters import clock, quiz_progress
from enablekit.encoding.wording import Wording
from enablekit.errors import UsageError
from enablekit.extend.grading import is_right
from enablekit.extend.item_in_words import in_words
from enablekit.extend.item_key import version_of
from enablekit.linking.references import Directory
from enablekit.usecases.load import load
from enablekit.usecases.quiz_state import (
    Given,
    answer_data,
    asked,
    begun_key,
    finished,
    read_answers,
    root_of,
    still_begun,
)

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.extend.grading import Response
    from enablekit.model.audience import Audience
    from enablekit.model.item import Item
    from enablekit.model.publication import Compiled, Publication
    from enablekit.usecases.quiz_state import Wish

ATTEMPTS = "enablekit.attempts/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """
    A check that is being taken.

    Attributes:
        wish: What was asked for.
        asset: The asset's id.
        title: Its title.
        version: What tells the check from an edited one.
        items: What is asked this time, in order, in the words of the project's language.
        to_pass: How many of them have to be right.
        attempt: How often it was finished before.
        statements: The must-knows by id.
        audience: For whom it asks; only colleagues may know the names of files.
        given: The answers by item.
        resumed: How many of them were given another time.
        edited: Whether answers were dropped, as the check has been edited since.
        kept: Whether the last answer could be kept.

    """

    wish: Wish
    asset: str
    title: str
    version: str
    items: tuple[Item, ...]
    to_pass: int
    attempt: int
    statements: dict[str, str]
    audience: Audience
    given: dict[str, Given]
    resumed: int = 0
    edited: bool = False
    kept: bool = True

    @property
    def right(self) -> int:
        """How many were answered rightly so far."""
        return sum(one.right for one in self.given.values())

    @property
    def passed(self) -> bool:
        """Whether that reaches the pass mark."""
        return self.right >= self.to_pass


def begin(wish: Wish, name: str, *, restart: bool = False) -> Taking:
    """
    Return the check of an asset as it stands for this person: begun, or new.

    Args:
        wish: Where and for whom.
        name: The asset's id, path or title.
        restart: Whether answers that were given and not finished are dropped.

    Raises:
        UsageError: There is no such asset, or it has nothing to ask.

    """
    publication = load(wish.start, now=wish.now, audience=wish.audience)
    # Assets for a wider audience do not know their own files.
    known = Directory([replace(one.guide.asset, path=one.file) for one in publication.compiled])
    found = known.find(name)
    compiled = next((one for one in publication.compiled if one.guide.asset.id == found), None)
    if compiled is None:
        raise UsageError(
            f"there is no asset `{name}` for {publication.audience.word}",
            hint="Name it by its id or its path; `enablekit quiz` lists those with a check",
        )
    if not compiled.check.items:
        raise UsageError(
            f"`{compiled.guide.asset.id}` has no check: {compiled.check.why_empty}",
            hint="`enablekit quiz` lists the assets that have one",
        )
    kept = quiz_progress.read(root_of(wish))
    return _taking(wish, publication, compiled, kept, restart=restart)


def _taking(
    wish: Wish,
    publication: Publication,
    compiled: Compiled,
    kept: quiz_progress.Kept,
    *,
    restart: bool,
) -> Taking:
    asset, check = compiled.guide.asset, compiled.check
    wording = Wording(strings=publication.strings)
    version, attempt = version_of(check), finished(kept, asset.id, version_of(check))
    items = tuple(in_words(item, wording) for item in asked(check, attempt))
    begun = {} if restart else still_begun(kept, asset.id, publication.audience, version)
    given = read_answers(items, begun.get("answers"))
    return Taking(
        wish=wish,
        asset=asset.id,
        title=asset.title,
        version=version,
        items=items,
        to_pass=-(-len(items) * check.pass_mark // 100),
        attempt=attempt,
        statements={one.id: one.statement for one in asset.guidance.must_know},
        audience=publication.audience,
        given=given,
        resumed=len(given),
        edited=begun_key(asset.id, publication.audience) in kept.begun and not (begun or restart),
    )


def answer(taking: Taking, item: Item, response: Response, *, sure: bool) -> Taking:
    """Grade an answer and keep it, so that an interruption loses nothing."""
    one = Given(response=response, sure=sure, right=is_right(item, response))
    given = {**taking.given, item.id: one}
    root, kept = root_of(taking.wish), quiz_progress.read(root_of(taking.wish))
    begun = {
        "check": taking.version,
        "attempt": taking.attempt,
        "answers": {each: answer_data(given[each]) for each in given},
    }
    key = begun_key(taking.asset, taking.audience)
    done = quiz_progress.write(root, replace(kept, begun={**kept.begun, key: begun}))
    return replace(taking, given=given, kept=done)


def finish(taking: Taking) -> dict[str, Any]:
    """Keep a check whose items are all answered as an attempt, and return that."""
    attempt = {
        "asset": taking.asset,
        "title": taking.title,
        "check": taking.version,
        "at": clock.moment(taking.wish.now),
        "right": taking.right,
        "of": len(taking.items),
        "passed": taking.passed,
        "answers": {item.id: answer_data(taking.given[item.id]) for item in taking.items},
    }
    root = root_of(taking.wish)
    kept = quiz_progress.read(root)
    done = begun_key(taking.asset, taking.audience)
    begun = {key: one for key, one in kept.begun.items() if key != done}
    quiz_progress.write(root, quiz_progress.Kept(begun=begun, attempts=(*kept.attempts, attempt)))
    return attempt


def answers_in(path: Path) -> str:
    """
    Return a file of answers.

    Raises:
        UsageError: It cannot be read.

    """
    return quiz_progress.answers(path)
