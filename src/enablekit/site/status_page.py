"""What the pages for owners are filled with: what needs whom, and how far all can be trusted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.extend.trust_flags import trust_flags
from enablekit.extend.trust_score import NOT_IN_USE, trust_score, urgency
from enablekit.model.phrase import keys
from enablekit.site.entry_ids import entry_id
from enablekit.site.frame import mailable
from enablekit.site.links import STATUS, facet_path, href

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.encoding.wording import Wording
    from enablekit.model.guide import Guide
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame
    from enablekit.site.markup import Linked

# Tasks on one page; with more, every owner gets a page, which lists that many and counts the rest.
_MOST = 300
_IN_A_MAIL = 20  # a longer mail would not survive every mail program

# What a piece can need somebody for, the most urgent first.
_NEEDS = keys({
    "expired": "expired",
    "overdue": "overdue",
    "changed": "changed since verified",
    "due": "due soon",
    "unverified": "not verified",
    "draft": "draft",
    "unowned": "without an owner",
    "unknown-owner": "with an owner nobody knows",
    "permission-ended": "with a permission that ended",
    "embargoed": "not to be used yet",
    "missing": "with guidance missing",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """
    A piece that needs somebody.

    Attributes:
        card: The piece.
        kinds: What it needs somebody for: states as in `Badge`, flags, and `missing`.
        reasons: Why, a sentence each.
        missing: The questions that nobody has answered yet.
        order: Its place in the list.

    """

    card: Card
    kinds: tuple[str, ...]
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    order: tuple[int, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """
    What one owner is accountable for.

    Attributes:
        owner: The owner, linked to an e-mail that lists the tasks; None where nobody owns it.
        role: What the owner does; may be empty.
        id: The owner's place on the page.
        path: The owner's own page; empty where all share one.
        counts: How many pieces there are of each kind of task, with the kind in words.
        tasks: The tasks, the most urgent first.
        settled: How many pieces need nothing.

    """

    owner: Linked | None
    role: str
    id: str
    path: str
    counts: tuple[tuple[int, str], ...]
    tasks: tuple[Task, ...]
    settled: int

    @property
    def href(self) -> str:
        """Where the owner's tasks stand, seen from the page for all owners."""
        return href("../", self.path) if self.path else f"#{self.id}"


def status_pages(frame: Frame) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return path and values of the page for owners, and of each owner's where there is much."""
    desks = _desks(frame)
    states = (compiled.guide.badge.state for compiled in frame.publication.compiled)
    values = {
        "score": trust_score(states),
        "counts": _counts((task for desk in desks for task in desk.tasks), frame.wording),
        "desks": [desk for desk in desks if desk.tasks],
        "calm": [desk.owner.words for desk in desks if desk.owner and not desk.tasks],
        "apart": any(desk.path for desk in desks),
        "most": _MOST,
        "here": None,
    }
    yield STATUS, frame.shared(STATUS) | values
    for desk in desks:
        if desk.path:
            yield desk.path, frame.shared(desk.path) | values | {"here": desk}


def _desks(frame: Frame) -> list[Desk]:
    """Return what nobody owns first, then the owners by name."""
    known = {person.id for person in frame.publication.vocabulary.people if person.known}
    owned: dict[str, list[tuple[Guide, Task]]] = {}
    for compiled in frame.publication.compiled:
        guide = compiled.guide
        if guide.badge.state not in NOT_IN_USE - {"draft"}:
            owner = guide.owner.id if guide.owner else ""
            owned.setdefault(owner, []).append((guide, _task(frame, guide, known)))
    apart = sum(bool(task.kinds) for each in owned.values() for _, task in each) > _MOST
    taken: set[str] = set()
    return [
        _desk(frame, owned[owner], entry_id("owner", owner or "nobody", taken), apart=apart)
        for owner in sorted(owned, key=lambda owner: (owner != "", _name(frame, owner), owner))
    ]


def _name(frame: Frame, owner: str) -> str:
    person = frame.people.get(owner)
    return (person.name if person else owner).casefold()


def _desk(frame: Frame, owned: list[tuple[Guide, Task]], name: str, *, apart: bool) -> Desk:
    tasks = sorted((task for _, task in owned if task.kinds), key=lambda task: task.order)
    person = owned[0][0].owner
    return Desk(
        owner=mailable(
            person,
            subject=frame.wording.say("To do in {site}", site=frame.publication.name),
            body=_mail(tasks, frame.wording),
        ),
        role=person.role if person else "",
        id=name,
        path=facet_path("status", name) if apart and tasks else "",
        counts=_counts(tasks, frame.wording),
        tasks=tuple(tasks),
        settled=len(owned) - len(tasks),
    )


def _task(frame: Frame, guide: Guide, known: set[str]) -> Task:
    badge, asset = guide.badge, guide.asset
    flags = [
        (flag, reason)
        for flag, reason in trust_flags(asset, badge.state, known, frame.publication.built_on)
        if flag != badge.state  # what its badge has said already
    ]
    kinds = [badge.state] if badge.state in _NEEDS else []
    kinds += [flag for flag, _ in flags]
    kinds += ["missing"] if guide.missing else []
    reasons = (badge.reason, *(reason for _, reason in flags))
    return Task(
        card=frame.cards[asset.id],
        kinds=tuple(dict.fromkeys(kinds)),
        reasons=tuple(frame.wording.told(reason) for reason in reasons if reason),
        missing=tuple(frame.wording.say(one.question) for one in guide.missing),
        order=(
            urgency(badge.state),
            badge.review_by.isoformat() if badge.review_by else "",
            asset.id,
        ),
    )


def _counts(tasks: Iterable[Task], wording: Wording) -> tuple[tuple[int, str], ...]:
    found = Counter(kind for task in tasks for kind in task.kinds)
    return tuple((found[kind], wording.say(words)) for kind, words in _NEEDS.items() if found[kind])


def _mail(tasks: list[Task], wording: Wording) -> str:
    lines = []
    for task in tasks[:_IN_A_MAIL]:
        lines.append(f"- {task.card.title}: {' '.join(task.reasons)}")
        if task.missing:
            about = wording.count(
                "{n} question about it to answer.",
                "{n} questions about it to answer.",
                len(task.missing),
            )
            lines.append(f"  {about}")
    if len(tasks) > _IN_A_MAIL:
        more = wording.count("and {n} more", "and {n} more", len(tasks) - _IN_A_MAIL)
        lines.append(f"- {more}")
    return "\n".join([*lines, ""])
