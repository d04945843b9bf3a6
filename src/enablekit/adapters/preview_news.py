"""What a preview shows now, and telling every open page when that changes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from enablekit.adapters.preview_site import PreviewSite


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    One thing that keeps a site from being built.

    Attributes:
        message: What is wrong.
        help: How to mend it; may be empty.
        place: `file:line:column`, or empty.

    """

    message: str
    help: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """
    What there is to see.

    Attributes:
        site: The last site that could be built.
        faults: Why the files of this moment could not be; empty if they could.

    """

    site: PreviewSite
    faults: tuple[Fault, ...] = ()


class News:
    """
    What is shown now, told to everybody who follows.

    A follower is told what is so, never what was: one that is slow misses what came between, and
    nothing is kept for it.

    Args:
        first: What is shown at first.

    """

    def __init__(self, first: Shown) -> None:
        self.now = first
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: set[asyncio.Event] = set()
        self._ended = False

    def publish(self, shown: Shown) -> None:
        """Show something else from now on; may be called from any thread."""
        self.now = shown
        if self._loop is not None:
            with suppress(RuntimeError):  # the server has just ended
                self._loop.call_soon_threadsafe(self._wake)

    def end(self) -> None:
        """Tell all followers that there is no more; must be called where they run."""
        self._ended = True
        self._wake()

    async def follow(self, every: float) -> AsyncIterator[Shown]:
        """
        Yield what is shown at once, whenever it changes, and now and then, until the end.

        Args:
            every: Seconds after which it is yielded again although nothing changed.

        """
        self._loop = asyncio.get_running_loop()
        news = asyncio.Event()
        self._waiting.add(news)
        try:
            while not self._ended:
                news.clear()
                yield self.now
                with suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), every)
        finally:
            self._waiting.discard(news)

    def _wake(self) -> None:
        for one in self._waiting:
            one.set()
