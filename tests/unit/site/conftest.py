"""A small publication with every kind of asset a site has to show, built by hand."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from enablekit.encoding.plural import categories
from enablekit.model.asset import Asset, Status
from enablekit.model.audience import Audience
from enablekit.model.body import Block, Body, Section
from enablekit.model.evidence import (
    Definition,
    Drawn,
    Evidence,
    Quotation,
    Showable,
    Statistic,
    Steps,
)
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import (
    BestPart,
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
    Share,
    TalkTrack,
    UseWith,
)
from enablekit.model.guide import BriefLine, Guide, Missing, NamedPain, Neighbour
from enablekit.model.item import Check, Item, Option
from enablekit.model.library import Badge
from enablekit.model.notes import Answer, Beat, Cue, PresenterNotes, Version
from enablekit.model.publication import Compiled, Publication
from enablekit.model.span import Span
from enablekit.model.strings import Strings
from enablekit.model.vocabulary import Pain, Person, Persona, Stage, Term, Vocabulary

TEMPLATES = Path(__file__).parents[3] / "templates" / "site"
PAPER = "assets/white-papers/cost-of-disputes.md"
CONFIG = Span(path="enablekit.yaml")

CFO = Persona(id="cfo", span=CONFIG, name="Chief financial officer", cares_about="Cash.")
AR = Persona(id="ar-manager", span=CONFIG, name="Receivables manager")
CONSIDERATION = Stage(id="consideration", span=CONFIG, name="Consideration", means="They look.")
EVALUATION = Stage(id="evaluation", span=CONFIG, name="Evaluation")
LATE = Pain(
    id="late-payments",
    span=CONFIG,
    name="Late payments",
    says="We still chase every invoice by phone.",
)
FORECAST = Pain(id="cash-forecast", span=CONFIG, name="Forecast", says="My forecast is wrong.")
NOBODY = Pain(id="it-backlog", span=CONFIG, name="IT plan", says="I can't take on another one.")
ANA = Person(
    id="ana", span=CONFIG, name="Ana Ruiz", role="Product marketing", email="ana@meridian.example"
)
BEN = Person(id="ben", span=CONFIG, name="Ben Okafor", role="Competitive intelligence")
WORDS = Vocabulary(
    personas=(CFO, AR),
    stages=(CONSIDERATION, EVALUATION),
    pains=(LATE, FORECAST, NOBODY),
    topics=(Term(id="cash-flow", span=CONFIG, name="Cash flow"),),
    people=(ANA, BEN),
)


def at(line: int, end_line: int = 0, *, path: str = PAPER) -> Span:
    """Return a stretch of lines."""
    return Span(path=path, line=line, end_line=end_line)


def block(kind: str, text: str, line: int, end_line: int = 0, *, level: int = 0) -> Block:
    """Return a block with the HTML the parser would make of it."""
    anchor = text.lower().replace(" ", "-") if kind == "heading" else ""
    tag = f"h{level}" if kind == "heading" else "p"
    start = f'<{tag} id="s-{anchor}">' if anchor else f"<{tag}>"
    return Block(
        kind=kind,
        text=text,
        html=f"{start}{text}</{tag}>",
        span=at(line, end_line),
        level=level,
        anchor=anchor,
    )


TABLE = Block(
    kind="table",
    text="Cause\nShare",
    html='<table><thead><tr><th scope="col">Cause</th><th scope="col" class="right">Share</th>'
    '</tr></thead><tbody><tr><td>Price</td><td class="right">31%</td></tr></tbody></table>',
    span=at(70, 73),
)
QUOTE = Block(
    kind="quote",
    text="Our customers were running the check for us.",
    html="<blockquote><p>Our customers were running the check for us.</p></blockquote>",
    span=at(80, 82),
)
BLOCKS = (
    block("heading", "The cost of a disputed invoice", 50, level=1),
    block("paragraph", "What 214 suppliers told us about invoices nobody pays.", 52),
    block("heading", "In short", 54, level=2),
    block("paragraph", "A disputed invoice is paid 14 days later.\nIt costs 2.6 hours.", 56, 57),
    block("heading", "Where disputes come from", 60, level=4),
    TABLE,
    QUOTE,
    block("heading", "Five steps", 90, level=2),
    block("paragraph", "Count the causes of all disputes in one quarter.", 92),
)
SECTIONS = tuple(
    Section(title=one.text, anchor=one.anchor, level=one.level, span=one.span, words=120)
    for one in BLOCKS
    if one.kind == "heading"
)

GUIDANCE = Guidance(
    tldr=Line(span=at(3), text="A survey of 214 suppliers. Send it before the second meeting."),
    use_with=(
        UseWith(
            span=at(5),
            persona="cfo",
            why="Late invoices are his working capital.",
            when="He names days sales outstanding.",
        ),
    ),
    do_not_use_when=(Line(span=at(8), text="Most of their disputes are about damaged goods."),),
    trigger=(Line(span=at(9), text="A new finance lead started this quarter."),),
    pains=(
        PainMet(span=at(10), pain="late-payments", words="“Monday is phone day.”"),
        PainMet(span=at(11), pain="cash-forecast"),
    ),
    stages=("consideration",),
    job="educate",
    assumes=(Line(span=at(12), text="The rep can explain three-way matching."),),
    pitches=Pitches(
        span=at(13),
        ten_seconds="Nine in a hundred invoices come back. Most could have been caught.",
        thirty_seconds="We asked 214 suppliers why invoices come back.\n\nThree causes carry 68%.",
    ),
    talk_track=(
        TalkTrack(
            span=at(14),
            persona="cfo",
            length="45s",
            open="How many of your invoices come back?",
            say="In the survey it was nine in a hundred, and nobody had counted before.",
            proof="wp-14-days",
            ask="How long does a disputed invoice take today?",
        ),
    ),
    questions=(
        DiscoveryQuestion(
            span=at(16),
            ask="When do you learn about a dispute?",
            kind="problem",
            listen_for="After the due date.",
            leads_to="late-payments",
        ),
    ),
    objections=(
        Objection(
            span=at(18),
            they_say="Our ERP does that.",
            means="They fear another system.",
            acknowledge="It does a part of it.",
            clarify="Which document does it compare with?",
            respond="It compares with its own data. The customer's order is not in there.",
            proof="wp-14-days",
            confirm="Would a test on last quarter settle it?",
            do_not_say="Your ERP is outdated.",
        ),
        Objection(span=at(19), they_say="Our ERP does that!", respond="See above."),
    ),
    best_parts=(
        BestPart(span=at(20), at="#where-disputes-come-from", why="Redraw it on a whiteboard."),
        BestPart(span=at(20), at="page 4", why="The chart."),
    ),
    how_to_present=HowToPresent(
        span=at(21),
        before="Read section two.",
        during=("Ask for their number.", "Write it down."),
        after="Send the mail.",
    ),
    channels=("email", "meeting"),
    minutes=Minutes(span=at(22), prep=3, buyer=8, present=5),
    follow_up=FollowUp(
        span=at(23),
        subject="The paper I mentioned",
        body="Hello [first name],\n\nhere is the paper. Could you count your disputes?\n\n[name]",
    ),
    share=Share(span=at(24), linkedin="214 suppliers & one number.", forward="Worth ten minutes."),
    next=(NextAsset(span=at(25), asset="old-paper", when="They ask what it would save."),),
    success_signal=Line(span=at(26), text="They volunteer their own dispute rate."),
    proof_points=(
        ProofPoint(
            span=at(27),
            id="wp-14-days",
            claim="A disputed invoice is paid 14 days later.",
            source="#in-short",
            scope="survey, n = 214, March 2026",
            permission="named-public",
            until=dt.date(2027, 3, 31),
        ),
        ProofPoint(
            span=at(28),
            id="wp-old",
            claim="68% of disputes have three causes.",
            source="https://meridian.example/research/",
            permission="anonymised",
            until=dt.date(2026, 9, 30),
        ),
    ),
    must_know=(
        MustKnow(span=at(29), id="mk-1", statement="14 days on average.", source="#in-short"),
    ),
)
EVIDENCE = Evidence(
    opening=Drawn(text="What 214 suppliers told us about invoices nobody pays.", span=at(52)),
    key_sentences=(Drawn(text="It costs 2.6 hours.", span=at(57), anchor="in-short"),),
    statistics=(
        Statistic(text="A disputed invoice is paid 14 days later.", span=at(56), figure="14 days"),
        Statistic(
            text="31% are about the price.",
            span=at(71),
            figure="31%",
            source="https://meridian.example/research/disputes-2026",
        ),
    ),
    quotations=(
        Quotation(
            text="Our customers were running the check for us.",
            span=at(80, 82),
            speaker="Marit Solberg, CFO",
        ),
        Quotation(text="Nobody told us.", span=at(83)),
    ),
    definitions=(Definition(text="A dispute means that the customer refuses.", span=at(58)),),
    procedures=(
        Steps(
            text="Five steps",
            span=at(90, 95),
            steps=("Count.", "Mark."),
        ),
    ),
    questions=(Drawn(text="Where do disputes come from?", span=at(60)),),
    calls_to_action=(Drawn(text="Run a look-back test.", span=at(96)),),
    showables=(Showable(text="Causes of disputes", span=at(70, 73), kind="table"),),
)


def whole() -> Compiled:
    """Return an asset with every field filled."""
    asset = Asset(
        id="white-papers/cost-of-disputes",
        path=PAPER,
        title="The cost of a disputed invoice",
        span=at(50),
        type="white-paper",
        summary="A survey.",
        owner="ana",
        deputy="ben",
        experts=("ben",),
        url="https://meridian.example/papers/cost",
        has_guidance=True,
        guidance=GUIDANCE,
        drafts=Guidance(
            objections=(
                Objection(span=at(40), draft=True, they_say="We have no budget.", means="Timing."),
            )
        ),
        evidence=EVIDENCE,
        body=Body(blocks=BLOCKS, sections=SECTIONS, words=1380, minutes=6),
        digest="0123456789abcdef" * 4,
    )
    guide = Guide(
        asset=asset,
        type_label="White paper",
        badge=Badge(
            state="verified",
            word="Verified",
            reason="Ana Ruiz looked at it on 2 October 2026.",
            review_by=dt.date(2027, 10, 2),
        ),
        owner=ANA,
        talk_to=BEN,
        brief=(
            BriefLine(label="Use it when", text="He names DSO.", drawn=False, span=at(5)),
            BriefLine(label="Say", text="Nine in a hundred come back.", drawn=False, span=at(13)),
            BriefLine(label="Ask", text="When do you learn about it?", drawn=False, span=at(16)),
            BriefLine(label="Send", text="The follow-up e-mail.", drawn=False, span=at(23)),
            BriefLine(label="Not when", text="Most are about damage.", drawn=False, span=at(8)),
        ),
        personas=(CFO,),
        stages=(CONSIDERATION,),
        pains=(
            NamedPain(term=LATE, words="“Monday is phone day.”"),
            NamedPain(term=FORECAST, words=FORECAST.says),
        ),
        topics=WORDS.topics,
        outline=SECTIONS,
        next=(
            Neighbour(
                id="old-paper",
                title="Disputes 2024",
                type_label="White paper",
                when="They ask what it would save.",
            ),
        ),
        replaces=(Neighbour(id="old-paper", title="Disputes 2024", type_label="", when=""),),
        missing=(Missing(field="share", question="What would a champion write above it?"),),
        required=10,
        filled=9,
    )
    return Compiled(guide=guide, notes=beats(asset.id), check=questions(asset.id))


def beats(asset: str) -> PresenterNotes:
    """Return presenter notes with written and drawn beats and a shorter version."""
    return PresenterNotes(
        asset=asset,
        seconds=210,
        beats=(
            Beat(
                title="Open with their number",
                anchor="in-short",
                span=at(30),
                seconds=90,
                drawn=False,
                say=(Cue(text="How many of your invoices come back?", drawn=False, span=at(30)),),
                ask=(Cue(text="Have you counted?", drawn=False, span=at(30)),),
                show=(Cue(text="The first table", drawn=True, span=at(70, 73)),),
                if_asked=(Answer(they_ask="How many answered?", answer="214 suppliers."),),
                transition=Cue(text="So where do they come from?", drawn=False, span=at(30)),
            ),
            Beat(
                title="Where disputes come from",
                anchor="where-disputes-come-from",
                span=at(60, 82),
                seconds=120,
                skip_if_short=True,
                say=(Cue(text="31% are about the price.", drawn=True, span=at(71)),),
            ),
        ),
        versions=(
            Version(minutes=2, keep=(0,), seconds=90),
            Version(minutes=15, keep=(0, 1), seconds=210),
        ),
    )


def questions(asset: str) -> Check:
    """Return a check with an item of each form."""
    return Check(
        asset=asset,
        items=(
            Item(
                id="a" * 12,
                kind="fact",
                form="single",
                stem="How much later is a disputed invoice paid?",
                options=(
                    Option(text="14 days", correct=True),
                    Option(
                        text="11 days", correct=False, feedback="That is what customers gained."
                    ),
                ),
                rationale="“A disputed invoice is paid 14 days later.”",
                source=at(56),
                objective="Quote the delay.",
                bloom="recall",
                tests="mk-1",
                written=True,
            ),
            Item(
                id="b" * 12,
                kind="pains",
                form="multiple",
                stem="Which causes can be seen before sending?",
                options=(
                    Option(text="Price", correct=True),
                    Option(text="Quantity", correct=True),
                    Option(text="Damage", correct=False),
                ),
                rationale="The table says so.",
                source=at(71),
                objective="Tell the causes apart.",
                bloom="understand",
            ),
            Item(
                id="c" * 12,
                kind="do-do-not",
                form="sorting",
                stem="When do you use the paper?",
                options=(
                    Option(text="He names DSO.", correct=True),
                    Option(text="Most are about damage.", correct=False),
                ),
                groups=("Use it", "Leave it"),
                rationale="The guidance says so.",
                source=at(8),
                objective="Choose the moment.",
                bloom="apply",
            ),
        ),
    )


def bare() -> Compiled:
    """Return an asset nobody wrote guidance for, in another language."""
    path = "assets/blog/rechnungen.md"
    opening = Drawn(text="Neun von hundert Rechnungen kommen zurück.", span=at(3, path=path))
    asset = Asset(
        id="blog/rechnungen",
        path=path,
        title="Warum Rechnungen zurückkommen",
        span=at(1, path=path),
        type="blog-post",
        language="de",
        owner="ana",
        evidence=Evidence(
            opening=opening,
            key_sentences=(opening,),
            statistics=(
                Statistic(text="Das kostet 14 Tage.", span=at(5, path=path), figure="14 Tage"),
            ),
        ),
        body=Body(
            blocks=(
                Block(
                    kind="paragraph",
                    text=opening.text,
                    html=f"<p>{opening.text}</p>",
                    span=opening.span,
                ),
            ),
            words=320,
            minutes=2,
        ),
        digest="f" * 64,
    )
    guide = Guide(
        asset=asset,
        type_label="Blog post",
        badge=Badge(state="unverified", word="Not verified", reason="Nobody has looked at it."),
        owner=ANA,
        talk_to=ANA,
        brief=(BriefLine(label="It opens with", text=opening.text, drawn=True, span=opening.span),),
        missing=(
            Missing(field="tldr", question="What is it, and what should a rep do now?"),
            Missing(field="pains", question="Which pain does it answer?"),
        ),
        required=3,
        filled=1,
    )
    return Compiled(
        guide=guide,
        notes=PresenterNotes(asset=asset.id),
        check=Check(asset=asset.id, why_empty="Nobody has written what everyone must know."),
    )


def replaced() -> Compiled:
    """Return an asset that another one replaces, without text of its own."""
    asset = Asset(
        id="old-paper",
        path="assets/old/paper.pdf",
        title="Disputes 2024",
        span=at(1, path="assets/old/paper.enable.yaml"),
        type="white-paper",
        status=Status.RETIRED,
        superseded_by="white-papers/cost-of-disputes",
        because="The survey was repeated in 2026.",
        summary="The survey of 2024.",
        url="https://meridian.example/papers/2024.pdf",
    )
    guide = Guide(
        asset=asset,
        type_label="White paper",
        badge=Badge(state="superseded", word="Replaced", reason="There is a newer survey."),
        stages=(CONSIDERATION,),
        replaced_by=Neighbour(
            id="white-papers/cost-of-disputes",
            title="The cost of a disputed invoice",
            type_label="White paper",
            when="",
        ),
    )
    return Compiled(guide=guide, notes=PresenterNotes(asset=asset.id), check=Check(asset=asset.id))


def example() -> Publication:
    """Return three guides: one with everything, one with nothing, one replaced."""
    compiled = tuple(
        dataclasses.replace(one, file=one.guide.asset.path) for one in (replaced(), whole(), bare())
    )
    return Publication(
        name="Meridian field guide",
        language="en",
        audience=Audience.INTERNAL,
        built_on=dt.date(2026, 10, 20),
        generator="enablekit 0.1.0",
        vocabulary=WORDS,
        compiled=compiled,
        source_url="https://git.example/meridian/blob/main/",
        feedback="guides@meridian.example",
        files=tuple((one.file, one.guide.asset.id) for one in compiled),
    )


@pytest.fixture(scope="session")
def publication() -> Publication:
    """Return the example, made once."""
    return example()


@pytest.fixture(scope="session")
def templates() -> dict[str, str]:
    """Return the templates that ship, by name."""
    return {path.name: path.read_text("utf-8") for path in sorted(TEMPLATES.iterdir())}


PLACEHOLDER = re.compile(r"\{/?\w*\}")


@functools.cache
def list_strings() -> Any:  # noqa: ANN401 - a script has no type
    """Load the script that lists every string of the site."""
    path = TEMPLATES.parents[1] / "docs" / "list_strings.py"
    found = importlib.util.spec_from_file_location("list_strings", path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["list_strings"] = module  # where its dataclasses look for themselves
    found.loader.exec_module(module)
    return module


def pseudo(language: str = "en") -> Strings:
    """Return a catalogue of a made-up language: the same placeholders, and no English word."""
    words, forms = {"1,000": "1,000"}, {}
    for key, one in list_strings().used().items():
        said = f"⟦{''.join(PLACEHOLDER.findall(key))}⟧"
        words.setdefault(key, said)
        if one.plural:
            forms[key] = dict.fromkeys(categories(language), said)
    return Strings(language=language, words=words, forms=forms)


@pytest.fixture(scope="session")
def listing() -> Any:  # noqa: ANN401 - a script has no type
    """Return the script that lists every string of the site."""
    return list_strings()


@pytest.fixture(scope="session")
def made_up() -> Strings:
    """Return the catalogue of a made-up language."""
    return pseudo()
