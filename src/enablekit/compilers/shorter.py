"""The same presentation in 5, 15 and 30 minutes, by what to skip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.notes import Version

if TYPE_CHECKING:
    from enablekit.model.notes import Beat

MINUTES = (5, 15, 30)
_SECONDS = 60


def versions(beats: tuple[Beat, ...], slot: int = 0) -> tuple[Version, ...]:
    """
    Return a way through for each length; none where there is nothing to present.

    Args:
        beats: The steps.
        slot: The minutes the author gives the piece; a length of its own where all takes longer.

    """
    if not beats:
        return ()
    longer = sum(beat.seconds for beat in beats) > slot * _SECONDS > 0
    lengths = sorted({*MINUTES, slot}) if longer else MINUTES
    return tuple(_version(beats, minutes) for minutes in lengths)


def _version(beats: tuple[Beat, ...], minutes: int) -> Version:
    """
    Skip beats until the rest fits.

    First what the author marked, from the end; then what neither asks nor shows anything, the
    longest first; then the longest of the rest, those with proof last. The opening, a proof and
    the close always stay: a talk without them is not a shorter talk but a broken one.
    """
    keep = set(range(len(beats)))
    total = sum(beat.seconds for beat in beats)
    for number in _skip_order(beats):
        if total <= minutes * _SECONDS:
            break
        keep.discard(number)
        total -= beats[number].seconds
    return Version(minutes=minutes, keep=tuple(sorted(keep)), seconds=total)


def _skip_order(beats: tuple[Beat, ...]) -> list[int]:
    def cost(number: int) -> tuple[int, int, int]:
        beat = beats[number]
        if beat.skip_if_short:
            return (0, -number, 0)
        lively = bool(beat.ask or beat.show)
        return (1 + lively + (lively and beat.proves), -beat.seconds, number)

    stays = {0, len(beats) - 1} | _proof(beats)
    return sorted((number for number in range(len(beats)) if number not in stays), key=cost)


def _proof(beats: tuple[Beat, ...]) -> set[int]:
    """Return the beat with proof that is kept: one not marked to be skipped, then the shortest."""
    proving = [number for number, beat in enumerate(beats) if beat.proves]
    if not proving or {0, len(beats) - 1} & set(proving):
        return set()
    return {min(proving, key=lambda one: (beats[one].skip_if_short, beats[one].seconds, one))}
