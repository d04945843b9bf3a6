"""What the preview answers: the files of the site, and the news about them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from enablekit.adapters import bundled, preview_page
from enablekit.adapters.preview_guard import Guard
from enablekit.adapters.preview_site import is_page, media_type
from enablekit.encoding.json_data import line

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from enablekit.adapters.preview_news import News, Shown

_ALIVE = 10.0  # seconds between two signs of life, so that nothing on the way closes the stream
_RETRY = 500  # milliseconds until a page looks for a server that has gone
_MOST_FAULTS = 20


def preview_app(news: News, hosts: frozenset[str], *, alive: float = _ALIVE) -> ASGIApp:
    """
    Return the application that serves a preview.

    Args:
        news: What is shown.
        hosts: The names by which it may be asked, each with its port.
        alive: Seconds between two signs of life on a stream of news.

    """
    own = bundled.templates() / "preview"
    ours = {
        preview_page.SCRIPT: (own / "reload.js").read_bytes(),
        preview_page.STYLE: (own / "reload.css").read_bytes(),
    }

    async def file(request: Request) -> Response:
        path = request.path_params["path"]
        return await run_in_threadpool(_answer, news.now, path, request.url.query)

    async def script(request: Request) -> Response:
        return Response(ours[request.scope["path"]], media_type=media_type(request.scope["path"]))

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        told = _told(news, request.query_params.get("page", ""), alive)
        return StreamingResponse(told, media_type="text/event-stream")

    routes = [
        *(Route(path, script) for path in ours),
        Route(preview_page.EVENTS, events),
        Route("/{path:path}", file),
    ]
    return Guard(Starlette(routes=routes), hosts)


def _answer(now: Shown, path: str, query: str) -> Response:
    site = now.site
    if site.is_folder(path):
        # Only what is in the site is repeated here, so it cannot lead anywhere else.
        place = f"/{quote(path)}/" + (f"?{query}" if query else "")
        return RedirectResponse(place, status_code=302)
    name = site.name(path)
    data = site.read(name) if name else None
    if data is None:
        page = preview_page.with_reload(site, path, preview_page.missing_page(site))
        return Response(page, status_code=404, media_type=media_type("404.html"))
    if is_page(name):
        data = preview_page.with_reload(site, path, data)
    return Response(data, media_type=media_type(name))


async def _told(news: News, path: str, alive: float) -> AsyncIterator[str]:
    """Write the stream of news for one open page."""
    yield f"retry: {_RETRY}\n\n"
    before = ""
    async for now in news.follow(alive):
        text = line(await run_in_threadpool(_state, now, path))
        yield f"event: shown\ndata: {text}\n\n" if text != before else ": still here\n\n"
        before = text


def _state(now: Shown, path: str) -> Mapping[str, object]:
    """Return what a page compares with what it has, in the words it shows."""
    if not now.faults:
        return {"files": preview_page.shown(now.site, path)}
    listed = now.faults[:_MOST_FAULTS]
    problem = {
        "title": "This is the last good version",
        "text": "The files as they are now could not be built. Mend what is listed, and save.",
        "hide": "Hide",
        "faults": [
            {"place": one.place, "message": one.message, "help": one.help} for one in listed
        ],
    }
    return {"files": preview_page.shown(now.site, path), "problem": problem}
