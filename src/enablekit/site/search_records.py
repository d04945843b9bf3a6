"""What full-text search knows of a guide: its words, the best first, and its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.wording import LANGUAGES, speech
from enablekit.model.search import SearchRecord
from enablekit.model.vocabulary import name_from_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.encoding.wording import Wording
    from enablekit.model.guide import Guide
    from enablekit.model.publication import Compiled
    from enablekit.model.vocabulary import Term
    from enablekit.site.frame import Frame

_PRIVATE = "___PAGEFIND_"  # words that begin so are orders to the program that makes the index
_ENDS = tuple(".!?…:;。\uff01\uff1f")  # the last two as Chinese and Japanese write them
_NO_WORDS = frozenset({"html", "rule"})  # blocks that are shown as they stand, or not at all


def search_record(frame: Frame, compiled: Compiled) -> SearchRecord:
    """
    Return the record of one guide.

    Args:
        frame: What all pages share; its lists are not needed.
        compiled: The asset with its text, cut to what the audience may read.

    """
    guide = compiled.guide
    asset, badge = guide.asset, guide.badge
    card = frame.cards[asset.id]
    meta = {"title": asset.title, "when": when_to_use(guide)}
    # Words of `meta` are searched: with the state in it, whatever is verified answers “verified”.
    # Filters are not, so that a result carries its facts as a filter that nobody chooses by.
    facts = {
        "state": badge.state,
        "review_by": badge.review_by.isoformat() if badge.review_by else "",
        "due_from": badge.due_from.isoformat() if badge.due_from else "",
        "lang": asset.language if asset.language != frame.language else "",
    }
    told = tuple(f"{name}={_plain(value)}" for name, value in facts.items() if value)
    return SearchRecord(
        url=card.href,
        content=_joined(_plain(one) for one in _texts(frame, guide)),
        meta=tuple((name, text) for name, value in meta.items() if (text := _plain(value))),
        filters=(*search_filters(guide, frame.wording), ("facts", told)),
    )


def when_to_use(guide: Guide) -> str:
    """Return what a person wrote about when to use a guide; empty if nobody did."""
    lines = (one.text for one in guide.brief if one.label == "Use it when" and not one.drawn)
    return next(lines, "")


def search_filters(guide: Guide, wording: Wording) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the filters a guide answers to, each with its values as people read them."""
    asset = guide.asset
    language = asset.language.lower().split("-")[0]
    for name, values in (
        ("pain", [called(pain.term) for pain in guide.pains]),
        ("persona", [called(persona) for persona in guide.personas]),
        ("stage", [called(stage) for stage in guide.stages]),
        ("type", [wording.say(guide.type_label)]),
        ("product", [called(product) for product in guide.products]),
        ("status", [wording.say(guide.badge.word)]),
        ("language", [wording.say(LANGUAGES.get(language, asset.language))]),
    ):
        named = tuple(dict.fromkeys(text for one in values if (text := _plain(one))))
        if named:
            yield name, named


def called(term: Term) -> str:
    """Return what people call a word of the project."""
    return term.name or name_from_id(term.id)


def _texts(frame: Frame, guide: Guide) -> Iterator[str]:
    """Yield everything that can be found of a guide: what a rep would ask for comes first."""
    asset = guide.asset
    yield asset.title
    yield when_to_use(guide)
    yield from _situation(guide)
    yield from _spoken(guide)
    guidance = asset.guidance
    yield from (one.statement for one in guidance.must_know)
    yield from (one.claim for one in guidance.proof_points)
    yield guidance.tldr.text if guidance.tldr else asset.summary
    yield from (line.text for line in guide.brief)
    yield from _names(frame, guide)
    yield from (section.title for section in guide.outline)
    yield from (block.text for block in asset.body.blocks if block.kind not in _NO_WORDS)


def _situation(guide: Guide) -> Iterator[str]:
    guidance = guide.asset.guidance
    for use in guidance.use_with:
        yield from (use.when, use.why)
    yield from (line.text for line in guidance.trigger)
    for pain in guide.pains:
        yield from (pain.words, pain.term.says)


def _spoken(guide: Guide) -> Iterator[str]:
    guidance = guide.asset.guidance
    for one in guidance.objections:
        yield from (one.they_say, one.means, one.acknowledge, one.respond)
    for track in guidance.talk_track:
        yield from (track.open, track.say, track.ask)
    for question in guidance.questions:
        yield from (question.ask, question.listen_for)


def _names(frame: Frame, guide: Guide) -> Iterator[str]:
    """Yield what people call the words a guide uses, so that it is found by any of their names."""
    rivals = set(guide.asset.competitors)
    known = frame.publication.vocabulary.competitors
    terms: Iterable[Term] = (
        *(pain.term for pain in guide.pains), *guide.personas, *guide.stages, *guide.topics,
        *guide.products, *(one for one in known if one.id in rivals),
    )  # fmt: skip
    for term in terms:
        yield from (called(term), *term.synonyms)


def _joined(texts: Iterable[str]) -> str:
    """Join texts, each once, so that an excerpt across two of them can still be read."""
    found = (text for text in dict.fromkeys(texts) if text)
    return "\n".join(text if text.endswith(_ENDS) else f"{text} ·" for text in found)


def _plain(text: str) -> str:
    """Return words that every program can read, without what would be an order to the index."""
    clean = text.encode("utf-8", "replace").decode().replace("\0", " ").replace(_PRIVATE, " ")
    return speech(clean)
