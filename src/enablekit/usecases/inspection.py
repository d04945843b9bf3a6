"""Inspection: every file read, the assets connected, and the rules held against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.adapters import crew, git_history, project, source_tree
from enablekit.checking.diagnoses import HISTORY_UNAVAILABLE
from enablekit.extend.surroundings import Surroundings
from enablekit.linking.library import cut, link
from enablekit.model.audience import Audience
from enablekit.model.span import Span
from enablekit.parsing import text
from enablekit.usecases import share

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from enablekit.adapters.project import Project
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.usecases.remembered import Reading
    from enablekit.usecases.share import Share

# Rules that ask how old a text is; reading the history takes longer than all of them.
_AGE_MATTERS = frozenset({"EK506"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """
    What a share is to look at.

    Attributes:
        library: Everybody's assets, without text.
        today: The day of the check.
        files: Every file of the project by path.
        changed: The day each file was last changed by itself, as far as that is known.
        links: The files that each file's text links, by path.
        codes: The rules that count.

    """

    library: Library
    today: dt.date
    files: frozenset[str]
    changed: Mapping[str, dt.date]
    links: Mapping[str, tuple[str, ...]]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """
    What there is to say about a project, before anybody judges.

    Attributes:
        readings: What was read of each file.
        library: The assets, connected, without their text.
        findings: What is wrong, in no order.

    """

    readings: tuple[Reading, ...]
    library: Library
    findings: tuple[Finding, ...]


def inspected(
    files: tuple[SourceFile, ...],
    here: Project,
    today: dt.date,
    codes: frozenset[str],
    jobs: int,
    progress: Callable[[], None],
) -> Inspected:
    """Read, connect and inspect the files of a project, in several processes if it is worth it."""
    shares = share.dealt(files, here.config, {}, progress, hands=share.hands(len(files), jobs))
    with crew.crew(shares) as workers:
        read = [one for each in workers.call(share.read, frozenset()) for one in each]
        assets = [one.asset for one in read if one.asset is not None]
        library, links = link(assets, here.config, Audience.INTERNAL, today)
        names = source_tree.names(here.root)
        links_of = {one.path: one.links for one in read}
        order = Inspection(
            library=library,
            today=today,
            files=names,
            changed=git_history.last_changes(here.root) if codes & _AGE_MATTERS else {},
            links=links_of,
            codes=codes,
        )
        ruled = [one for each in workers.call(inspect, order) for one in each]
    inside = [finding for one in read for finding in one.findings]
    inside += _history_missing(here) if codes & _AGE_MATTERS else []
    return Inspected(readings=tuple(read), library=library, findings=(*links, *inside, *ruled))


def _history_missing(here: Project) -> list[Finding]:
    """Report that ages cannot be known, where a rule asks for them."""
    if git_history.top(here.root) is None or not git_history.is_shallow(here.root):
        return []
    return [
        HISTORY_UNAVAILABLE.at(
            Span(path=here.config.path or project.FILE),
            "this clone is shallow, so that nobody can tell how old a text is",
            fix="Fetch the whole history; in GitHub Actions set `fetch-depth: 0`",
        )
    ]


def inspect(hand: Share, order: Inspection) -> tuple[Finding, ...]:
    """Hold every rule that counts against every asset of a share."""
    around = Surroundings(
        library=order.library,
        config=hand.config,
        today=order.today,
        files=order.files,
        changed=order.changed,
        links=order.links,
        sources=texts_of(hand.files),
    )
    rules = [rule for rule in registry.rules() if rule.RULE.code in order.codes]
    found: list[Finding] = []
    for whole in hand.assets.values():
        asset = cut(whole, order.library)
        if asset is not None:
            for rule in rules:
                found.extend(rule.check(asset, around))
    return tuple(found)


def texts_of(files: Iterable[SourceFile]) -> dict[str, str]:
    """Return the text of every file that has one, and of every sidecar, by path."""
    texts = {}
    for file in files:
        if file.is_text:
            texts[file.path] = text.decode(file.path, file.data)[0]
        if file.sidecar:
            texts[file.sidecar] = text.decode(file.sidecar, file.sidecar_data)[0]
    return texts
