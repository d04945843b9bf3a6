"""Somebody says what hurts, and the learner picks the asset to reach for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import distinct, single_choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import PainMet, UseWith
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.vocabulary import Vocabulary

NAME = "scenario-asset"
BLOOM = "apply"

_DISTRACTORS = 2
_AT_MOST = 2


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """Make items of the situations that exactly one asset of the library fits."""
    made = 0
    for met in asset.guidance.pains:
        for use in asset.guidance.use_with:
            for stage in asset.guidance.stages:
                item = _item(asset, met, use, stage, library, siblings)
                if item is not None and made < _AT_MOST:
                    made += 1
                    yield item
                    break  # the next stage would be the same question again


def _item(
    asset: Asset,
    met: PainMet,
    use: UseWith,
    stage: str,
    library: Library,
    siblings: Siblings,
) -> Item | None:
    words = met.words or _says(met.pain, library.vocabulary)
    situation = (met.pain, use.persona, stage)
    if not words or siblings.fit(situation) != (asset.id,):
        return None
    unfit = [other for other in siblings.near(asset) if other.guidance.pains]
    titles = [other.title for other in sorted(unfit, key=lambda one: _nearness(one, met, use))]
    wrong = distinct(titles, unlike=asset.title, limit=_DISTRACTORS)
    if len(wrong) < _DISTRACTORS:
        return None
    persona = _name(use.persona, library.vocabulary)
    where = next((one.name for one in library.vocabulary.stages if one.id == stage), stage)
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=f"{met.pain} {use.persona} {stage}",
        stem=f"{_a(persona)} ({where.lower()} stage) says: “{words}” Which piece do you reach for?",
        key=asset.title,
        distractors=wrong,
        rationale=_rationale(asset, use),
        objective="Choose the right piece for a person, a pain and a stage.",
        source=met.span,
    )


def _rationale(asset: Asset, use: UseWith) -> str:
    if use.why:
        return f"Why this one: {use.why}"
    return f"“{asset.title}” is for this person, this pain and this stage."


def _nearness(other: Asset, met: PainMet, use: UseWith) -> tuple[int, str]:
    """Order near misses first: they fit the person or the pain but not both."""
    guidance = other.guidance
    pain = any(one.pain == met.pain for one in guidance.pains)
    persona = any(one.persona == use.persona for one in guidance.use_with)
    return (-(pain + persona), other.id)


def _says(pain: str, vocabulary: Vocabulary) -> str:
    return next((one.says for one in vocabulary.pains if one.id == pain), "")


def _name(persona: str, vocabulary: Vocabulary) -> str:
    return next((one.name for one in vocabulary.personas if one.id == persona), persona)


def _a(noun: str) -> str:
    """Put the article before a role: an accounts manager, a chief financial officer."""
    article = "An" if noun[:1].lower() in "aeiou" else "A"
    return f"{article} {noun[:1].lower() + noun[1:] if noun[1:2].islower() else noun}"
