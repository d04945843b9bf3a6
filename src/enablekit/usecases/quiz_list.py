"""Every check with how far a person is, and the attempts that are kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.adapters import quiz_progress
from enablekit.extend.item_key import version_of
from enablekit.usecases.load import load
from enablekit.usecases.quiz_state import asked, finished, read_answers, root_of, still_begun

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.model.publication import Compiled
    from enablekit.usecases.quiz_state import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """
    A check in the list of all.

    Attributes:
        asset: The asset's id.
        title: Its title.
        items: How many questions the next attempt asks.
        answered: How many of them are answered already.
        last: The last finished attempt; None if there is none.
        edited: Whether the check was edited since then.

    """

    asset: str
    title: str
    items: int
    answered: int
    last: dict[str, Any] | None
    edited: bool


def checks(wish: Wish) -> tuple[Listed, ...]:
    """Return every check that can be taken, with how far this person is."""
    publication = load(wish.start, now=wish.now, audience=wish.audience)
    kept = quiz_progress.read(root_of(wish))
    return tuple(
        _listed(one, kept, publication.audience) for one in publication.compiled if one.check.items
    )


def _listed(compiled: Compiled, kept: quiz_progress.Kept, audience: Audience) -> Listed:
    asset, check, version = compiled.guide.asset, compiled.check, version_of(compiled.check)
    items = asked(check, finished(kept, asset.id, version))
    begun = still_begun(kept, asset.id, audience, version)
    mine = [one for one in kept.attempts if one["asset"] == asset.id]
    mine = [one for one in mine if one["check"] == version] or mine
    return Listed(
        asset=asset.id,
        title=asset.title,
        items=len(items),
        answered=len(read_answers(items, begun.get("answers"))),
        last=mine[-1] if mine else None,
        edited=bool(mine) and mine[-1]["check"] != version,
    )


def attempts(wish: Wish, name: str = "") -> tuple[dict[str, Any], ...]:
    """Return the attempts that are kept, oldest first; those of one asset if it is named."""
    kept = quiz_progress.read(root_of(wish)).attempts
    return tuple(one for one in kept if name in ("", one["asset"]))


def forget(wish: Wish, name: str = "") -> None:
    """Forget everything that is kept of a project, or of one of its assets."""
    root = root_of(wish)
    kept = quiz_progress.read(root)
    others = tuple(one for one in kept.attempts if name and one["asset"] != name)
    begun = {key: one for key, one in kept.begun.items() if name and key.split(" ")[0] != name}
    quiz_progress.write(root, quiz_progress.Kept(begun=begun, attempts=others))
