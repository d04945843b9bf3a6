"""What a learner kept of checks: read from the file they saved, and fit for an audience."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.adapters import source_file
from enablekit.encoding import json_data
from enablekit.encoding.counted import counted
from enablekit.errors import UsageError
from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.parsing import attempts_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from enablekit.model.attempt import Kept, KeptAttempt, KeptPulse
    from enablekit.model.publication import Compiled, Publication

_LIMIT = 16 << 20  # bytes; a browser keeps less
_DIGITS = 12
_MOST_LINES = 8
_SAVE_ANEW = "Save it anew on the page My checks, as JSON"


def read(file: Path, learner: str) -> Kept:
    """
    Return what a file of attempts holds.

    Args:
        file: The file.
        learner: What to call whoever saved it. The file names nobody: without a name it is made
            from the earliest thing kept, which later files of the same browser hold, too.

    Raises:
        UsageError: The name is an address, or the file is not what it should be.

    """
    if "@" in learner:
        raise UsageError(
            "`--learner` takes a pseudonym, not an address",
            hint="Choose a name that only you can trace back, such as a number",
        )
    kept, faults = attempts_file.read(str(file), _text(file))
    if faults:
        raise _faulty(faults)
    if not kept.attempts and not kept.pulses:
        raise UsageError(f"{file} holds no attempt", hint="Take a check first, then save it")
    return replace(kept, learner=learner.strip() or _pseudonym(kept))


def _pseudonym(kept: Kept) -> str:
    everything: tuple[KeptAttempt | KeptPulse, ...] = (*kept.attempts, *kept.pulses)
    earliest = min(everything, key=lambda one: one.at)
    said = json_data.line(json_data.plain(earliest)).encode("utf-8", "replace")
    return f"learner-{hashlib.sha256(said).hexdigest()[:_DIGITS]}"


def _text(file: Path) -> str:
    data = source_file.read_file(str(file), path=str(file), limit=_LIMIT)
    if isinstance(data, Finding):
        raise UsageError(data.message, hint="Name the file that was saved on the page My checks")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{file}:{line}: this is not UTF-8", hint=_SAVE_ANEW) from error


def _faulty(faults: tuple[attempts_file.Fault, ...]) -> UsageError:
    """Say what is wrong first, and where else."""
    first, *others = faults
    span, lines = first.span, sorted({one.span.line for one in others})
    listed = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if lines[_MOST_LINES:] else "")
    more = f"; {counted(len(others), 'more fault')}, in lines {listed}" if others else ""
    return UsageError(f"{span.path}:{span.line}:{span.column}: {first.why}{more}", hint=_SAVE_ANEW)


def exportable(
    kept: Kept, publication: Publication, only: Iterable[Compiled]
) -> tuple[Kept | None, tuple[tuple[str, str], ...]]:
    """
    Keep what may be exported.

    Args:
        kept: What the file holds.
        publication: The build of an audience. For a wider one than internal, what a learner kept
            of other pieces is left out, since it quotes them.
        only: The assets asked for; none for all, also those that are gone.

    Returns:
        What is left, if anything; and for each asset something was left out of, its id and why.

    """
    asked = {one.guide.asset.id for one in only}
    if not asked and publication.audience is not Audience.INTERNAL:
        asked = {one.guide.asset.id for one in publication.compiled}
    if not asked:
        return kept, ()
    everything: tuple[KeptAttempt | KeptPulse, ...] = (*kept.attempts, *kept.pulses)
    away = Counter(one.asset for one in everything if one.asset not in asked)
    left = replace(
        kept,
        attempts=tuple(one for one in kept.attempts if one.asset in asked),
        pulses=tuple(one for one in kept.pulses if one.asset in asked),
    )
    return left if left.attempts or left.pulses else None, tuple(
        (name, f"has {counted(many, 'entry', 'entries')} in the file that stay out of the export")
        for name, many in away.items()
    )
