"""Who may ask a preview, and what browsers must not do with its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Nothing is kept, guessed, framed or loaded by a page of somebody else.
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
_MISDIRECTED = 421


class Guard:
    """
    Refuse whoever asks for the preview by a name that is not its own.

    A page of a stranger can have its own name lead to this computer and ask for the preview under
    it (DNS rebinding); its browser then names the stranger in `Host`.

    Args:
        app: What answers everybody else.
        hosts: The names by which it may be asked, each with its port.

    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        named = [one.lower() for one in Headers(scope=scope).getlist("host")]
        if len(named) == 1 and named[0] in self._hosts:
            await self._app(scope, receive, guarded)
        else:
            answer = PlainTextResponse(
                "This preview is for this computer only.\n", status_code=_MISDIRECTED
            )
            await answer(scope, receive, guarded)
