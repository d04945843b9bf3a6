"""The server of the preview: on this computer only, until somebody ends it."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING

import uvicorn

from enablekit.adapters.disk_error import explained
from enablekit.errors import UsageError, WorldError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

_FAMILIES = {
    "127.0.0.1": socket.AF_INET,
    "localhost": socket.AF_INET,
    "::1": socket.AF_INET6,
}
_TRIES = 50
_LAST_PORT = 65_535
_PORT_OF_THE_WEB = 80
_WAIT_AT_THE_END = 2  # seconds for answers that are under way
_TAKEN = {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)}


def bound(host: str, port: int) -> socket.socket:
    """
    Return a socket on this computer, at a port or the next free one.

    Args:
        host: `127.0.0.1`, `localhost` or `::1`; what others could reach is refused.
        port: The port to begin with; 0 for any.

    Raises:
        UsageError: The host is another one.
        WorldError: There is no free port, or the system refuses.

    """
    if host not in _FAMILIES:
        raise UsageError(
            f"the preview is for this computer only, not for `{host}`",
            hint=f"There are: {', '.join(_FAMILIES)}. To show others, publish what `build` writes",
        )
    last = min(port + _TRIES, _LAST_PORT) if port else 0
    for tried in range(port, last + 1):
        try:
            return _socket(host, tried)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise explained(error, f"use port {tried}") from error
    raise WorldError(
        f"The ports {port} to {last} are all taken.", hint="Choose another one with `--port`."
    )


def names(listening: socket.socket) -> frozenset[str]:
    """Return the names by which this computer may ask, each with the port."""
    port = listening.getsockname()[1]
    known = ("localhost", "127.0.0.1", "[::1]")
    bare = known if port == _PORT_OF_THE_WEB else ()  # which browsers do not write
    return frozenset({*(f"{name}:{port}" for name in known), *bare})


def address(listening: socket.socket) -> str:
    """Return the address to open."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(app: ASGIApp, listening: socket.socket, ending: Callable[[], None]) -> None:
    """
    Serve until a signal ends it; must be called in the main thread.

    Args:
        app: What answers.
        listening: Where it listens.
        ending: Ends answers that would go on for ever; called first when it ends.

    Raises:
        KeyboardInterrupt: Somebody pressed Ctrl+C, and all connections are closed.

    """
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,  # nobody stands between, so nobody may say so
        server_header=False,
        timeout_graceful_shutdown=_WAIT_AT_THE_END,
    )
    _Server(config, ending).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ending = ending

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._ending()  # else each open page would be waited for until it is too long
        await super().shutdown(sockets)


def _socket(host: str, port: int) -> socket.socket:
    # Named in full, asyncio sends at once what is ready; else every answer waits 40 ms.
    made = socket.socket(_FAMILIES[host], socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two programs share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1" if host == "localhost" else host, port))
        # Only who listens is seen by others that look for a free port.
        made.listen()
    except OSError:
        made.close()
        raise
    return made
