"""The guide of an asset as a document: know, say, show, do, prove, then what was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.wording import CHANNELS, PERMISSIONS, speech
from enablekit.packing.document import Document, Facts, Heading, Paragraph, Points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.evidence import Drawn
    from enablekit.model.guidance_entries import Objection, ProofPoint, TalkTrack
    from enablekit.packing.document import Piece
    from enablekit.packing.edition import Edition


def guide_document(edition: Edition) -> Document:
    """Return a guide as a document; a part that has nothing to say is left out."""
    say = edition.wording.say
    guide = edition.compiled.guide
    parts = (_brief, _know, _say, _show, _do, _prove, _drawn)
    return Document(
        title=edition.asset.title,
        kind=say("Guide: {kind}", kind=guide.type_label) if guide.type_label else say("Guide"),
        notice=edition.notice,
        trust=edition.trust,
        pieces=tuple(piece for part in parts for piece in part(edition)),
        foot=edition.foot,
        language=edition.asset.language,
    )


def _under(heading: Heading, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces below a heading, and no heading above nothing."""
    below = list(pieces)
    if below:
        yield heading
        yield from below


def _brief(edition: Edition) -> Iterator[Piece]:
    say = edition.wording
    rows = tuple(
        (
            say.say(line.label),
            f"{line.text} ({say.say('Drawn')}, {edition.lines(line.span)})"
            if line.drawn
            else line.text,
        )
        for line in edition.compiled.guide.brief
    )
    if rows:
        yield from _under(Heading(text=say.say("In one minute")), [Facts(rows=rows)])


def _know(edition: Edition) -> Iterator[Piece]:
    yield from _under(Heading(text=edition.wording.say("Know")), _known(edition))


def _known(edition: Edition) -> Iterator[Piece]:
    say, guidance = edition.wording.say, edition.asset.guidance
    if guidance.tldr and guidance.tldr.text:
        yield Paragraph(text=guidance.tldr.text)
    people = (
        Paragraph(
            label=edition.persona(use.persona), text=" ".join(filter(None, (use.when, use.why)))
        )
        for use in guidance.use_with
    )
    yield from _under(Heading(text=say("Who it is for"), level=2), people)
    pains = edition.compiled.guide.pains
    lists = (
        ("Not when", [line.text for line in guidance.do_not_use_when]),
        ("What they say", [_heard(one.words, one.term.name) for one in pains]),
        ("What makes it timely", [line.text for line in guidance.trigger]),
        ("What it takes for granted", [line.text for line in guidance.assumes]),
    )
    for heading, items in lists:
        yield from _points(say(heading), items)


def _heard(words: str, name: str) -> str:
    said = speech(words)
    return f"“{said}” ({name})" if said else name


def _points(heading: str, items: list[str], *, numbered: bool = False) -> Iterator[Piece]:
    if items:
        yield Heading(text=heading, level=2)
        yield Points(items=tuple(items), numbered=numbered)


def _say(edition: Edition) -> Iterator[Piece]:
    yield from _under(Heading(text=edition.wording.say("Say")), _spoken(edition))


def _spoken(edition: Edition) -> Iterator[Piece]:
    say, guidance = edition.wording.say, edition.asset.guidance
    pitches = guidance.pitches
    lengths = (
        ("10 seconds", pitches.ten_seconds),
        ("30 seconds", pitches.thirty_seconds),
        ("2 minutes", pitches.two_minutes),
    ) if pitches else ()  # fmt: skip
    said = (Paragraph(text=text, manner="speech", label=say(one)) for one, text in lengths if text)
    yield from _under(Heading(text=say("Pitch"), level=2), said)
    tracks = (piece for track in guidance.talk_track for piece in _track(track, edition))
    yield from _under(Heading(text=say("Talk track"), level=2), tracks)
    questions = (
        Paragraph(text=one.ask, manner="speech", label=say("Ask")) for one in guidance.questions
    )
    yield from _under(Heading(text=say("Questions to ask"), level=2), questions)
    objections = (piece for one in guidance.objections for piece in _objection(one, edition))
    yield from _under(Heading(text=say("When they object"), level=2), objections)


def _track(track: TalkTrack, edition: Edition) -> Iterator[Piece]:
    say = edition.wording.say
    listener = edition.persona(track.persona)
    yield Heading(
        text=say("For: {persona}", persona=listener) if listener else say("For anyone"), level=3
    )
    proof = edition.proof(track.proof)
    for label, text, manner in (
        ("Open", track.open, "speech"),
        ("Say", track.say, "speech"),
        ("Proof", proof.claim if proof else "", "plain"),
        ("Ask", track.ask, "speech"),
    ):
        if text:
            yield Paragraph(text=text, manner=manner, label=say(label))


def _objection(one: Objection, edition: Edition) -> Iterator[Piece]:
    say = edition.wording.say
    yield Heading(text=f"“{speech(one.they_say)}”", level=3)
    proof = edition.proof(one.proof)
    for label, text, manner in (
        ("What is behind it", one.means, "plain"),
        ("Acknowledge", one.acknowledge, "speech"),
        ("Clarify", one.clarify, "speech"),
        ("Respond", one.respond, "speech"),
        ("Proof", proof.claim if proof else "", "plain"),
        ("Confirm", one.confirm, "speech"),
        ("Do not say", one.do_not_say, "plain"),
    ):
        if text:
            yield Paragraph(text=text, manner=manner, label=say(label))


def _show(edition: Edition) -> Iterator[Piece]:
    yield from _under(Heading(text=edition.wording.say("Show")), _shown(edition))


def _shown(edition: Edition) -> Iterator[Piece]:
    say, guidance = edition.wording.say, edition.asset.guidance
    best = [
        f"{edition.place(one.at)}: {one.why}" if one.why else edition.place(one.at)
        for one in guidance.best_parts
    ]
    yield from _points(say("The best parts"), best)
    how = guidance.how_to_present
    if how is None:
        return
    steps = [Paragraph(text=how.before, label=say("Before"))] if how.before else []
    during = [Points(items=how.during, numbered=True)] if how.during else []
    after = [Paragraph(text=how.after, label=say("After"))] if how.after else []
    yield from _under(Heading(text=say("How to present it"), level=2), [*steps, *during, *after])


def _do(edition: Edition) -> Iterator[Piece]:
    yield from _under(Heading(text=edition.wording.say("Do")), _done(edition))


def _done(edition: Edition) -> Iterator[Piece]:
    say, guidance, guide = edition.wording.say, edition.asset.guidance, edition.compiled.guide
    if guidance.channels:
        ways = (edition.wording.label(one, CHANNELS) for one in guidance.channels)
        yield Paragraph(text=", ".join(ways), label=say("Works in"))
    if guidance.follow_up:
        mail = guidance.follow_up
        yield Heading(text=say("Follow-up e-mail"), level=2)
        yield Paragraph(text=mail.subject, label=say("Subject"))
        yield Paragraph(text=mail.body, manner="letter")
    if guidance.share:
        told = (
            ("For a champion to write above it", guidance.share.forward),
            ("For your LinkedIn", guidance.share.linkedin),
        )
        letters = (
            Paragraph(text=text, manner="letter", label=say(label)) for label, text in told if text
        )
        yield from _under(Heading(text=say("Pass it on"), level=2), letters)
    if guide.talk_to:
        yield Paragraph(text=guide.talk_to.name or guide.talk_to.id, label=say("Talk to"))
    if guidance.success_signal and guidance.success_signal.text:
        yield Paragraph(text=guidance.success_signal.text, label=say("It worked when"))
    following = [f"{one.title}: {one.when}" if one.when else one.title for one in guide.next]
    yield from _points(say("What to use next"), following)


def _prove(edition: Edition) -> Iterator[Piece]:
    say, guidance = edition.wording.say, edition.asset.guidance
    claims = (piece for one in guidance.proof_points for piece in _claim(one, edition))
    heading = say("What you may claim") if edition.internal else say("What is proved")
    known = [one.statement for one in guidance.must_know if one.statement]
    must = say("What everyone must know") if edition.internal else say("Good to know")
    below = [*_under(Heading(text=heading, level=2), claims), *_points(must, known)]
    yield from _under(Heading(text=say("Prove")), below)


def _claim(one: ProofPoint, edition: Edition) -> Iterator[Piece]:
    say, wording = edition.wording.say, edition.wording
    rows = [(say("Source"), edition.place(one.source)), (say("Scope"), one.scope)]
    if edition.internal and one.permission:
        rows.append((say("Permission"), wording.label(one.permission, PERMISSIONS)))
    if one.until:
        ended = one.until < edition.publication.built_on
        day = wording.day(one.until)
        told = f"{day}. {say('Do not use it any more.')}" if ended else day
        rows.append((say("Ended") if ended else say("Until"), told))
    yield Heading(text=one.claim, level=3)
    filled = tuple((label, text) for label, text in rows if text)
    if filled:
        yield Facts(rows=filled)


def _drawn(edition: Edition) -> Iterator[Piece]:
    """Yield what the asset says, word for word with its lines, so that nobody takes it for more."""
    say, evidence = edition.wording.say, edition.asset.evidence
    lists: tuple[tuple[str, tuple[Drawn, ...]], ...] = (
        ("Key sentences", evidence.key_sentences),
        ("Numbers", evidence.statistics),
        ("Quotations", evidence.quotations),
    )
    found = [
        piece
        for heading, drawn in lists
        for piece in _points(
            say(heading), [f"“{one.text}” ({edition.lines(one.span)})" for one in drawn]
        )
    ]
    note = Paragraph(
        text=say("Word for word, with the lines. Nobody has confirmed that it is worth saying."),
        manner="note",
    )
    if found:
        yield Heading(text=say("Drawn from the asset"))
        yield note
        yield from found
