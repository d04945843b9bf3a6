"""The guidance of one asset, as a person wrote it: know, say, show, do, prove, learn."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.field import about
from enablekit.model.guidance_entries import (
    AuthoredBeat,
    BestPart,
    CheckSettings,
    DiscoveryQuestion,
    FollowUp,
    HowToPresent,
    Line,
    Minutes,
    MustKnow,
    NextAsset,
    Objection,
    PainMet,
    Pitches,
    ProofPoint,
    PulseQuestion,
    Share,
    TalkTo,
    TalkTrack,
    UseWith,
    Verification,
)
from enablekit.model.span import Span
from enablekit.model.travelling import Travelling

JOBS = ("open", "educate", "prove", "differentiate", "justify", "de-risk", "close", "expand")
CHANNELS = (
    "email", "call", "meeting", "demo", "event", "linkedin", "deal-room", "leave-behind", "rfp",
    "self-serve", "phone", "chat", "social", "web",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance(Travelling):
    """Everything an author may write under `enablement:`; nothing in it was made by the tool."""

    span: Span | None = None
    # know
    tldr: Line | None = about(
        "What it is, why a prospect cares, what to do now.",
        words=60,
        ask="In at most 60 words: what is it, why does a prospect care, what should a rep do now?",
    )
    use_with: tuple[UseWith, ...] = about(
        "Who to use it with.",
        ask="Who is this for, and what do they say when it is time for it?",
        default=(),
    )
    do_not_use_when: tuple[Line, ...] = about(
        "When it does harm.", ask="When should a rep leave this one alone?", default=()
    )
    trigger: tuple[Line, ...] = about(
        "Events that make it timely.",
        ask="What happens at a prospect that makes it timely?",
        default=(),
    )
    pains: tuple[PainMet, ...] = about(
        "The pains it answers, in the buyer's words.",
        ask="Which pain does it answer, and how does a buyer say it?",
        default=(),
    )
    stages: tuple[str, ...] = about(
        "Where in the buyer's journey it helps.",
        refers="stage",
        ask="Where in the buyer's journey does it help?",
        default=(),
    )
    job: str = about("What it does for the deal.", one_of=JOBS, default="")
    assumes: tuple[Line, ...] = about(
        "What would otherwise go without saying.",
        ask="What does it assume that a rep knows or the buyer has?",
        default=(),
    )
    # say
    pitches: Pitches | None = about(
        "The pitch at three lengths.", ask="How would you pitch it in ten and in thirty seconds?"
    )
    talk_track: tuple[TalkTrack, ...] = about(
        "What to say, per persona.", ask="What should a rep say when bringing it up?", default=()
    )
    questions: tuple[DiscoveryQuestion, ...] = about(
        "What to ask the buyer.",
        ask="Which questions show whether it fits? One about the problem, one about its cost.",
        default=(),
    )
    objections: tuple[Objection, ...] = about(
        "What buyers say against it, with answers.",
        ask="What do buyers say against it, and what is a good answer?",
        default=(),
    )
    # show
    best_parts: tuple[BestPart, ...] = about(
        "The places worth showing.", ask="Which part is worth showing, and why?", default=()
    )
    how_to_present: HowToPresent | None = about(
        "Before, during and after presenting.", ask="How should it be presented?"
    )
    presenting: tuple[AuthoredBeat, ...] = about("Presenter notes, step by step.", default=())
    # do
    channels: tuple[str, ...] = about("Where it works.", one_of=CHANNELS, default=())
    minutes: Minutes | None = about("How much time it needs.")
    follow_up: FollowUp | None = about(
        "The e-mail to send afterwards.", ask="What should the follow-up e-mail say?"
    )
    share: Share | None = about(
        "Words for passing it on.", ask="What can a rep post, or a champion write above it?"
    )
    talk_to: TalkTo | None = about(
        "The person to talk to.", ask="Whom can a rep or a buyer talk to about it?"
    )
    next: tuple[NextAsset, ...] = about(
        "What to use next.", ask="What should a rep use next, and when?", default=()
    )
    success_signal: Line | None = about(
        "What a buyer does when it lands.", ask="How does a rep notice that it landed?"
    )
    # prove
    proof_points: tuple[ProofPoint, ...] = about(
        "Claims with their source, scope and permission.",
        ask="Which claims may a rep make, and where is each proved?",
        default=(),
    )
    must_know: tuple[MustKnow, ...] = about(
        "What everyone who uses it must know.",
        ask="What must everyone know who uses it?",
        default=(),
    )
    # learn
    check: CheckSettings | None = about("The comprehension check.")
    pulse: tuple[PulseQuestion, ...] = about(
        "Questions without a right answer, to ask your audience.", default=()
    )
    # trust
    verified: Verification | None = about("Who looked at it, when, and at what.")
