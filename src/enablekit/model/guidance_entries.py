"""The entries guidance is made of: talk tracks, objections, proof points and the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from enablekit.model.audience import Audience
from enablekit.model.field import about
from enablekit.model.span import Span
from enablekit.model.travelling import Travelling


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceEntry(Travelling):
    """
    What every entry carries.

    Attributes:
        span: Where it stands.
        audience: Who may read it; None means internal, or what the entry around it says.
        draft: Whether it was proposed by the tool and not yet confirmed by a person.
        lines: For a draft, the lines of the asset it was drawn from, such as `12` or `12-14`.
        shorthand: The field that a bare text instead of a mapping fills.
        by_key: The two fields that a line such as `CFO: the cost paper` fills; empty for none.

    """

    shorthand: ClassVar[str] = ""
    by_key: ClassVar[tuple[str, ...]] = ()

    span: Span
    audience: Audience | None = None
    draft: bool = False
    lines: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(GuidanceEntry):
    """A sentence or a few."""

    shorthand: ClassVar[str] = "text"
    text: str = about("The words.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class UseWith(GuidanceEntry):
    """A person to use the asset with."""

    shorthand: ClassVar[str] = "persona"
    persona: str = about("Who it is for.", refers="persona", default="")
    why: str = about("Why this person cares.", default="")
    when: str = about("What this person says or does when it is time.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PainMet(GuidanceEntry):
    """A pain the asset answers."""

    shorthand: ClassVar[str] = "pain"
    pain: str = about("The pain, from the vocabulary.", refers="pain", default="")
    words: str = about("The buyer's own words.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitches(GuidanceEntry):
    """The same pitch at three lengths."""

    ten_seconds: str = about("One sentence that earns the next.", key="10s", words=25, default="")
    thirty_seconds: str = about("Pain, answer, difference.", key="30s", words=75, default="")
    two_minutes: str = about(
        "Pain, cost, change, proof, question.", key="2min", words=300, default=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTrack(GuidanceEntry):
    """What to say to one persona."""

    persona: str = about("Who is listening.", refers="persona", default="")
    length: str = about("How long it takes, such as `45s`.", default="")
    open: str = about("The first sentence.", default="")
    say: str = about("The point, as it is spoken.", default="")
    proof: str = about("The proof point that carries it.", refers="proof", default="")
    ask: str = about("The question that hands the word back.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryQuestion(GuidanceEntry):
    """A question that finds out whether and why the asset fits."""

    shorthand: ClassVar[str] = "ask"
    ask: str = about("The question.", default="")
    kind: str = about(
        "What it is after.",
        one_of=("situation", "problem", "implication", "need-payoff"),
        default="",
    )
    listen_for: str = about("The answer that matters.", default="")
    leads_to: str = about("The pain it uncovers.", refers="pain", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(GuidanceEntry):
    """What a buyer says against it, and what to answer."""

    they_say: str = about("The buyer's words.", default="")
    means: str = about("What is behind it.", default="")
    acknowledge: str = about("The sentence that shows you heard it.", default="")
    clarify: str = about("The question that finds the real concern.", default="")
    respond: str = about("The answer.", default="")
    proof: str = about("The proof point that carries it.", refers="proof", default="")
    confirm: str = about("The question that checks it is settled.", default="")
    do_not_say: str = about("What makes it worse.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class BestPart(GuidanceEntry):
    """A place in the asset worth showing."""

    shorthand: ClassVar[str] = "at"
    at: str = about("The heading's anchor, a page or a time.", default="")
    why: str = about("What it does for the buyer.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToPresent(GuidanceEntry):
    """What to do around and during presenting."""

    before: str = about("What to do before.", default="")
    during: tuple[str, ...] = about("What to do, in order.", default=())
    after: str = about("What to do right after.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class IfAsked(GuidanceEntry):
    """A question the room may ask."""

    they_ask: str = about("The question.", default="")
    answer: str = about("The answer.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredBeat(GuidanceEntry):
    """One step of presenting, written by a person."""

    at: str = about("The heading's anchor, a page or a time.", default="")
    title: str = about("What this step is about.", default="")
    seconds: int = about("How long it takes.", default=0)
    say: str = about("What to say.", default="")
    ask: str = about("What to ask the room.", default="")
    show: str = about("What to show.", default="")
    if_asked: tuple[IfAsked, ...] = about("Questions the room may ask.", default=())
    transition: str = about("The sentence that leads on.", default="")
    skip_if_short: bool = about("Whether to skip it when time is short.", default=False)
    rests_on: tuple[str, ...] = about(
        "The claims and prices of the project it repeats.", refers="claim", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(GuidanceEntry):
    """How much time the asset needs."""

    prep: int = about("Minutes a rep needs to prepare.", default=0)
    buyer: int = about("Minutes the buyer needs to take it in.", default=0)
    present: int = about("Minutes it takes to present.", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(GuidanceEntry):
    """The e-mail to send afterwards."""

    subject: str = about("The subject line.", default="")
    body: str = about("The e-mail, with one request.", words=120, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(GuidanceEntry):
    """Ready words for passing the asset on."""

    linkedin: str = about("A post a rep can publish.", default="")
    forward: str = about("What a champion can write above it.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTo(GuidanceEntry):
    """Somebody a rep or a buyer can talk to."""

    shorthand: ClassVar[str] = "person"
    person: str = about("Who.", refers="person", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAsset(GuidanceEntry):
    """What to use next."""

    shorthand: ClassVar[str] = "asset"
    asset: str = about("The next asset.", refers="asset", default="")
    when: str = about("When it is time for it.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPoint(GuidanceEntry):
    """A claim with what carries it."""

    id: str = about("A short name, unique in the asset.", default="")
    claim: str = about("The claim, as it may be said.", default="")
    source: str = about("The anchor or address that proves it.", default="")
    scope: str = about("What it was measured on, and when.", default="")
    permission: str = about(
        "Whether the customer may be named.",
        one_of=("none", "internal", "anonymised", "named-private", "named-public"),
        default="",
    )
    until: dt.date | None = about("The day the permission ends.")
    rests_on: tuple[str, ...] = about(
        "The claims and prices of the project it repeats.", refers="claim", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MustKnow(GuidanceEntry):
    """A statement everyone who uses the asset must know."""

    shorthand: ClassVar[str] = "statement"
    id: str = about("A short name, unique in the asset.", default="")
    statement: str = about("The statement.", default="")
    source: str = about("The anchor where the asset says so.", default="")
    rests_on: tuple[str, ...] = about(
        "The claims and prices of the project it repeats.", refers="claim", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedPair(GuidanceEntry):
    """A prompt and what belongs to it."""

    by_key: ClassVar[tuple[str, ...]] = ("prompt", "answer")
    prompt: str = about("What something has to be found for.", default="")
    answer: str = about("What belongs to it.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionFeedback(GuidanceEntry):
    """What to say to whoever chose an option."""

    by_key: ClassVar[tuple[str, ...]] = ("option", "say")
    option: str = about("The answer, in the same words.", default="")
    say: str = about("What to tell whoever chose it.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredItem(GuidanceEntry):
    """A question for the comprehension check, written by a person."""

    id: str = about(
        "A short name, unique in the asset, by which it stays the same when worded anew.",
        default="",
    )
    stem: str = about("The question.", default="")
    key: tuple[str, ...] = about("The right answer, or several.", default=())
    distractors: tuple[str, ...] = about(
        "The wrong answers; beside `pairs`, answers that belong to nothing.", default=()
    )
    pairs: tuple[MatchedPair, ...] = about("To be matched: what belongs to what.", default=())
    steps: tuple[str, ...] = about("To be put in order: the steps, in the right order.", default=())
    number: str = about("To be typed: the number that is right.", figure=True, default="")
    tolerance: str = about("How far off the number may be.", figure=True, default="")
    unit: str = about("What the number counts, such as `days`.", default="")
    answers: tuple[str, ...] = about("To be typed: every answer that counts.", default=())
    feedback: tuple[OptionFeedback, ...] = about(
        "What to say to whoever chose an answer.", default=()
    )
    rationale: str = about("Why the key is right.", default="")
    tests: str = about("The must-know it tests.", refers="must_know", default="")
    rests_on: tuple[str, ...] = about(
        "The claims and prices of the project it repeats.", refers="claim", default=()
    )

    @property
    def told_by(self) -> tuple[str, ...]:
        """The keys that say what is right; one is as it should be."""
        kinds = ("key", "pairs", "steps", "number", "answers")
        return tuple(kind for kind in kinds if getattr(self, kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings(GuidanceEntry):
    """The comprehension check."""

    pass_mark: int = about("Percent of items to answer correctly.", key="pass", default=0)
    items: tuple[AuthoredItem, ...] = about("Questions written by a person.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseQuestion(GuidanceEntry):
    """A question without a right answer, to learn what an audience knows or thinks."""

    shorthand: ClassVar[str] = "question"
    question: str = about("What you want to know from them.", default="")
    options: tuple[str, ...] = about("What they may choose; none for an open answer.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification(GuidanceEntry):
    """Who looked at the guidance, when, and at what."""

    by: str = about("Who looked.", refers="person", default="")
    on: dt.date | None = about("The day.")
    asset: str = about("The hash of the asset's text on that day.", default="")
    guidance: str = about("The hash of the guidance on that day.", default="")
    rests_on: str = about("The hash of its fields and of the words it uses.", default="")
    parts: str = about("Short hashes of single parts, to name what changes.", default="")
    seal: str = about("A hash of this record, so that no line is changed by hand.", default="")
    scope: str = about("What was looked at.", one_of=("facts", "usage", "legal"), default="")
