"""A cmi5 platform small enough for a test: it launches a unit and holds it to the rules."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from cmi5_rules import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ACTOR = {
    "objectType": "Agent",
    "account": {"homePage": "https://lms.example", "name": "0f3c9a2b7d4e5f60"},
}
REGISTRATION = "b22893ae-a13e-406f-abb6-fd463ed7c645"
ACTIVITY = "https://lms.example/au/4756b422"
PUBLISHER = "urn:uuid:834cb5aa-9f4f-5f7c-b1f8-652c2e8aeb7f"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
TEMPLATE: dict[str, Any] = {
    "contextActivities": {"grouping": [{"objectType": "Activity", "id": PUBLISHER}]},
    "extensions": {SESSION: "680cef64-bc48-4b57-af6b-be4217e69aff"},
}


@dataclass(slots=True)
class SmallLms:
    """
    A platform that runs.

    Attributes:
        ledger: What was said in the registration, and which rules that broke.
        launch_data: What the unit is told when it begins.
        address: Where it is served, ending with `/`.
        documents: The documents of the State API by id.
        asked: Every request, as method and path.

    """

    ledger: Ledger
    launch_data: dict[str, Any]
    address: str = ""
    documents: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    token: str = ""
    fetched: bool = False

    def launch(self, page: str = "lesson/index.html") -> str:
        """Begin a session, and return the address that opens a page in it."""
        self.ledger.session.clear()
        self.asked.clear()
        self.fetched = False
        self.token = f"dG9rZW4{len(self.ledger.statements)}"
        query = {
            "endpoint": f"{self.address}xapi",
            "fetch": f"{self.address}fetch",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": ACTIVITY,
        }
        return f"{self.address}{page}?{urlencode(query)}"

    def answer(self, method: str, path: str, body: str, headers: Any) -> tuple[int, Any]:  # noqa: ANN401 - headers of http.server
        """Return the status and the data for a request."""
        where = urlsplit(path)
        self.asked.append((method, where.path))
        if where.path == "/fetch":
            return 200, self._fetch(method)
        if headers["Authorization"] != f"Basic {self.token}":
            self.ledger.broken.append(f"{where.path}: without the token")
            return 401, {}
        if not str(headers["X-Experience-API-Version"]).startswith("1.0."):
            self.ledger.broken.append(f"{where.path}: without a version")
        query = {name: values[0] for name, values in parse_qs(where.query).items()}
        if where.path == "/xapi/statements":
            return self._statements(json.loads(body))
        if where.path == "/xapi/agents/profile":
            known = query["profileId"] == "cmi5LearnerPreferences"
            return (200, {"languagePreference": "en"}) if known else (404, {})
        return self._state(method, query, body)

    def _fetch(self, method: str) -> dict[str, str]:
        if method != "POST" or self.fetched:
            self.ledger.broken.append("fetch: asked in a wrong way, or twice")
            return {"error-code": "1", "error-text": "The token was given already."}
        self.fetched = True
        return {"auth-token": self.token}

    def _statements(self, said: Any) -> tuple[int, Any]:  # noqa: ANN401 - JSON
        paths = [path for _, path in self.asked]
        for needed in ("/xapi/activities/state", "/xapi/agents/profile"):
            if needed not in paths:
                self.ledger.broken.append(f"statements: before {needed}")
        listed = said if isinstance(said, list) else [said]
        for statement in listed:
            self.ledger.take(statement)
        return 200, [statement["id"] for statement in listed]

    def _state(self, method: str, query: dict[str, str], body: str) -> tuple[int, Any]:
        whose = (query["activityId"], json.loads(query["agent"]), query["registration"])
        if whose != (ACTIVITY, ACTOR, REGISTRATION):
            self.ledger.broken.append("state: of somebody or something else")
        name = query["stateId"]
        if method in {"PUT", "POST"}:
            self.documents[name] = json.loads(body)
            return 204, None
        if name == "LMS.LaunchData":
            return 200, self.launch_data
        return (200, self.documents[name]) if name in self.documents else (404, {})


@contextmanager
def small_lms(files: Mapping[str, bytes], **told: Any) -> Iterator[SmallLms]:  # noqa: ANN401 - launch data
    """Run a platform with pages by path; `told` changes what a unit is told when it begins."""
    data: dict[str, Any] = {
        "contextTemplate": TEMPLATE,
        "launchMode": "Normal",
        "masteryScore": 0.8,
        "moveOn": "CompletedAndPassed",
    } | told
    running = SmallLms(
        ledger=Ledger(
            actor=ACTOR,
            registration=REGISTRATION,
            activity=ACTIVITY,
            template=TEMPLATE,
            mode=data["launchMode"],
            mastery=data["masteryScore"],
        ),
        launch_data=data,
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = files.get(urlsplit(self.path).path)
            if page is None and self.path.startswith(("/xapi/", "/fetch")):
                self._data("GET")
                return
            kind = "text/javascript" if ".js" in self.path else "text/html; charset=utf-8"
            self._send(404 if page is None else 200, kind, page or b"")

        def do_POST(self) -> None:
            self._data("POST")

        def do_PUT(self) -> None:
            self._data("PUT")

        def _data(self, method: str) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
            status, data = running.answer(method, self.path, body, self.headers)
            written = b"" if data is None else json.dumps(data).encode()
            self._send(status, "application/json", written)

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.address = f"http://127.0.0.1:{server.server_port}/"
        yield running
        server.shutdown()
