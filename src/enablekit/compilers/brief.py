"""The one-minute brief: what helps in the ten seconds before somebody picks up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.asset import Status
from enablekit.model.guide import BriefLine
from enablekit.model.phrase import keys, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.asset import Asset
    from enablekit.model.guidance import Guidance
    from enablekit.model.guidance_entries import DiscoveryQuestion
    from enablekit.model.span import Span


def brief(asset: Asset) -> tuple[BriefLine, ...]:
    """
    Return the lines there are words for: authored ones, else a few drawn from the asset.

    The two are never mixed: a brief that is half a person's and half a machine's reads as if a
    person stood behind all of it.
    """
    if asset.superseded_by or asset.status is Status.RETIRED:
        return tuple(_warning(asset.guidance))
    authored = tuple(_authored(asset.guidance, asset.url))
    return authored or tuple(_drawn(asset))


def _authored(guidance: Guidance, url: str) -> Iterator[BriefLine]:
    when = next((one for one in guidance.use_with if one.when), None)
    if when is not None:
        yield _line(keys("Use it when"), when.when, when.span)
    elif guidance.trigger:
        yield _line(keys("Use it when"), guidance.trigger[0].text, guidance.trigger[0].span)
    elif guidance.pains and guidance.pains[0].words:
        yield _line(
            keys("Use it when"),
            phrase("They say: “{words}”", words=guidance.pains[0].words),
            guidance.pains[0].span,
        )
    yield from _say(guidance)
    question = _question(guidance)
    if question is not None:
        yield _line(keys("Ask"), question.ask, question.span)
    yield from _send(guidance, url)
    yield from _warning(guidance)


def _warning(guidance: Guidance) -> Iterator[BriefLine]:
    if guidance.do_not_use_when:
        first = guidance.do_not_use_when[0]
        yield _line(keys("Not when"), first.text, first.span)


def _say(guidance: Guidance) -> Iterator[BriefLine]:
    pitches = guidance.pitches
    if pitches is not None and pitches.ten_seconds:
        yield _line(keys("Say"), pitches.ten_seconds, pitches.span)
        return
    track = next((one for one in guidance.talk_track if one.open or one.say), None)
    if track is not None:
        yield _line(keys("Say"), track.open or track.say, track.span)


def _question(guidance: Guidance) -> DiscoveryQuestion | None:
    """Prefer the question about the problem: it tells at once whether the asset fits."""
    asked = [one for one in guidance.questions if one.ask]
    problems = [one for one in asked if one.kind == "problem"]
    return next(iter(problems or asked), None)


def _send(guidance: Guidance, url: str) -> Iterator[BriefLine]:
    mail = guidance.follow_up
    if mail is not None and mail.subject:
        text = (
            phrase("The follow-up e-mail “{subject}” with {url}", subject=mail.subject, url=url)
            if url
            else phrase("The follow-up e-mail “{subject}”", subject=mail.subject)
        )
        yield _line(keys("Send"), text, mail.span)


def _drawn(asset: Asset) -> Iterator[BriefLine]:
    evidence = asset.evidence
    if evidence.opening is not None:
        yield _line(keys("It opens with"), evidence.opening.text, evidence.opening.span, drawn=True)
    shown = evidence.opening.text if evidence.opening else ""
    key = next((one for one in evidence.key_sentences if one.text != shown), None)
    if key is not None:
        yield _line(keys("It says"), key.text, key.span, drawn=True)
    number = next(
        (one for one in evidence.statistics if one.text not in {shown, key.text if key else ""}),
        None,
    )
    if number is not None:
        yield _line(keys("A number"), number.text, number.span, drawn=True)


def _line(label: str, text: str, span: Span, *, drawn: bool = False) -> BriefLine:
    return BriefLine(label=label, text=text, drawn=drawn, span=span)
