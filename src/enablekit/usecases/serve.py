"""Serve: show the site on this computer, and build it again whenever a file is saved."""

from __future__ import annotations

import _thread
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.adapters import preview_extra, preview_folder, project, search_index
from enablekit.encoding.terminal import line, plain
from enablekit.errors import ConfigError, EnablekitError
from enablekit.usecases import build
from enablekit.usecases.built import FaultyError, faulty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from enablekit.adapters.preview_news import Fault, News
    from enablekit.adapters.preview_site import PreviewSite
    from enablekit.model.audience import Audience
    from enablekit.usecases.built import Built

_WAIT_FOR_A_BUILD = 10  # seconds, at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """
    What somebody asked for.

    Attributes:
        start: The folder they stand in, or named.
        host: The name of this computer to serve at.
        port: The port to begin with; 0 for any.
        now: The day to build for, as `YYYY-MM-DD`, or None for today.
        audience: For whom; None for what the project says.
        drafts: Whether drafts are built too.

    """

    start: Path
    host: str = "127.0.0.1"
    port: int = 8000
    now: str | None = None
    audience: Audience | None = None
    drafts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """
    Whom to tell what happens; some of it in another thread.

    Attributes:
        progress: Told after each file of the first build.
        ready: Told the first build and the address to open.
        again: Told each later build.
        failed: Told why files that were saved could not be built.

    """

    progress: Callable[[], None]
    ready: Callable[[Built, str], None]
    again: Callable[[Built], None]
    failed: Callable[[EnablekitError], None]


def serve(request: Request, listener: Listener) -> None:
    """
    Show a project's site until somebody ends it.

    The site is built into a private folder, so what is published is never touched. A build that
    fails leaves the last good site where it is.

    Raises:
        EnablekitError: It could not begin: a package, the folder, the project file, the host or
            the port is at fault.
        KeyboardInterrupt: Somebody ended it, and everything is cleared away.

    """
    preview_extra.require()
    from enablekit.adapters import preview_app, preview_server  # noqa: PLC0415 - an extra
    from enablekit.adapters.preview_news import News, Shown  # noqa: PLC0415 - asyncio takes long
    from enablekit.adapters.preview_site import site_in  # noqa: PLC0415 - the same

    root = project.find(request.start).root
    with (
        preview_server.bound(request.host, request.port) as listening,
        preview_folder.private_folder() as output,
    ):
        order = build.Request(
            start=request.start,
            output=output,
            now=request.now,
            audience=request.audience,
            drafts=request.drafts,
            private=True,
        )
        built = build.build(order, listener.progress)
        news = News(Shown(site=site_in(output)))
        app = preview_app.preview_app(news, preview_server.names(listening))
        listener.ready(built, preview_server.address(listening))
        # What could not be read from the start was left out, and stays so; the rest was fine once.
        order = replace(order, may_fail=faulty(built.findings))
        with _kept_up(root, order, news, listener):
            preview_server.run(app, listening, news.end)


@contextmanager
def _kept_up(root: Path, order: build.Request, news: News, listener: Listener) -> Iterator[None]:
    """Build again after every change, in a thread of its own."""
    stop = threading.Event()
    failure: list[BaseException] = []

    def keep_up() -> None:
        try:
            _keep_up(root, order, news, listener, stop)
        except BaseException as error:  # noqa: BLE001 - it is raised again in the main thread
            failure.append(error)
            _thread.interrupt_main()

    thread = threading.Thread(target=keep_up, name="build", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_WAIT_FOR_A_BUILD)
        if failure:
            raise failure[0]


def _keep_up(
    root: Path, order: build.Request, news: News, listener: Listener, stop: threading.Event
) -> None:
    from enablekit.adapters.preview_site import site_in  # noqa: PLC0415 - asyncio takes long
    from enablekit.adapters.preview_watch import changes  # noqa: PLC0415 - an extra

    for changed in changes(root, stop):
        if not changed and (news.now.faults or not _has_index(news.now.site)):
            continue  # what is wrong was said before, and there is nothing to bring up to date
        try:
            # Whoever writes wants to see the page; the index for search waits for a rest.
            built = build.build(replace(order, search_later=changed))
        except EnablekitError as error:
            news.publish(replace(news.now, faults=tuple(_faults(error))))
            listener.failed(error)
        else:
            order = replace(order, may_fail=faulty(built.findings))
            news.publish(replace(news.now, site=site_in(order.output), faults=()))
            if changed:
                listener.again(built)


def _has_index(site: PreviewSite) -> bool:
    """Tell whether there is an index for full-text search."""
    return any(path.startswith(search_index.FOLDER) for path in site.digests)


def _faults(error: EnablekitError) -> Iterator[Fault]:
    """Say what is wrong as a page shows it."""
    from enablekit.adapters.preview_news import Fault  # noqa: PLC0415 - asyncio takes long

    if isinstance(error, FaultyError):
        for one in error.findings:
            span = one.span
            place = line(f"{span.path}:{span.line}:{span.column}")
            yield Fault(place=place, message=plain(one.message), help=plain(one.help))
    else:
        place = ""
        if isinstance(error, ConfigError) and error.line:
            place = line(f"{error.path}:{error.line}:{error.column}")
        yield Fault(place=place, message=plain(error.message), help=plain(error.hint))
