"""A learning platform for tests: serves packages, frames them and keeps what they report."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Frame, Page

CLIENTS = Path(__file__).parents[2] / "clients" / "node_modules"
_SCRIPTS = {"scorm12": "scorm12.min.js", "scorm2004": "scorm2004.min.js"}
_FRAME = """\
<!doctype html><meta charset="utf-8"><title>Platform</title>
<iframe id="lesson" title="Lesson" style="inline-size: 100%; block-size: 95vh; border: 0"></iframe>
<script src="/again.js"></script>
<script>
  window.calls = [];
  window.launch = (kind, saved) => {
    const settings = { autocommit: false, lmsCommitUrl: "/commit", dataCommitFormat: "json" };
    const is12 = kind === "scorm12";
    const api = is12 ? new Scorm12API(settings) : new Scorm2004API(settings);
    if (saved) api.loadFromJSON(saved, "cmi");
    const verbs = ["Initialize", "GetValue", "SetValue", "Commit"];
    const names = is12 ? [...verbs, "Finish"].map((name) => `LMS${name}`) : [...verbs, "Terminate"];
    const watched = {};
    for (const name of names) {
      watched[name] = (...given) => {
        const returned = api[name](...given);
        const error = is12 ? api.LMSGetLastError() : api.GetLastError();
        calls.push([name.replace(/^LMS/, ""), ...given, String(returned), String(error)]);
        return returned;
      };
    }
    window.lms = api;
    window[is12 ? "API" : "API_1484_11"] = watched;
    document.querySelector("iframe").src = "/lesson/index.html";
  };
  window.leave = () => { document.querySelector("iframe").src = "about:blank"; };
</script>
"""


@dataclass(slots=True)
class Platform:
    """
    A platform that runs.

    Attributes:
        address: Where it is served, ending with `/`.
        asked: The paths that were asked for.
        commits: What was posted to be kept.

    """

    address: str
    asked: list[str] = field(default_factory=list)
    commits: list[Any] = field(default_factory=list)


@contextmanager
def platform(kind: str, package: bytes) -> Iterator[Platform]:
    """Serve a package beside the runtime that plays it."""
    with zipfile.ZipFile(io.BytesIO(package)) as pack:
        files = {f"/lesson/{name}": pack.read(name) for name in pack.namelist()}
    files["/"] = _FRAME.encode()
    files["/again.js"] = (CLIENTS / "scorm-again" / "dist" / _SCRIPTS[kind]).read_bytes()
    with served(files) as running:
        yield running


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[Platform]:
    """Serve files by path, and note what is asked for."""
    running = Platform(address="")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            running.asked.append(path)
            self._answer(files.get(path), path)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            running.commits.append(json.loads(body))
            self._answer(b'{"result": true, "errorCode": 0}', ".json")

        def _answer(self, body: bytes | None, path: str) -> None:
            self.send_response(200 if body is not None else 404)
            ending = path.rsplit(".", 1)[-1]
            kinds = {"js": "text/javascript", "json": "application/json"}
            self.send_header("Content-Type", f"{kinds.get(ending, 'text/html')}; charset=utf-8")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.address = f"http://127.0.0.1:{server.server_port}/"
        yield running
        server.shutdown()


@dataclass(slots=True)
class Session:
    """Somebody who takes a check on a platform."""

    page: Page
    kind: str
    problems: list[str] = field(default_factory=list)

    @property
    def lesson(self) -> Frame:
        """The package's page."""
        return next(one for one in self.page.frames if "/lesson/" in one.url)

    @property
    def calls(self) -> list[list[str]]:
        """Every call with its arguments, what it returned, and the error after it."""
        calls: list[list[str]] = self.page.evaluate("calls")
        return calls

    @property
    def sent(self) -> list[tuple[str, str]]:
        """Every value that was set, in order."""
        return [(call[1], call[2]) for call in self.calls if call[0] == "SetValue"]

    @property
    def cmi(self) -> dict[str, Any]:
        """What the platform knows now."""
        known: dict[str, Any] = self.page.evaluate("JSON.parse(lms.renderCMIToJSONString())")["cmi"]
        return known

    def launch(self, saved: dict[str, Any] | None = None) -> None:
        """Open the package, with what was kept before."""
        self.page.evaluate("([kind, saved]) => launch(kind, saved)", [self.kind, saved])
        self.page.frame_locator("#lesson").locator("#question-1").wait_for()

    def take(self, answers: Mapping[str, Any]) -> None:
        """Answer what is asked and submit."""
        fill(self.lesson, answers)
        submit(self.lesson)

    def again(self) -> None:
        """Try again."""
        self.lesson.get_by_role("button", name="Try again").click()

    def leave(self) -> dict[str, Any]:
        """Go elsewhere, and return what the platform keeps for the next time."""
        self.page.evaluate("leave()")
        self.page.wait_for_function("calls.some(([name]) => /Finish|Terminate/.test(name))")
        return self.cmi


@contextmanager
def session(browser: Browser, running: Platform, kind: str) -> Iterator[Session]:
    """Open the platform in a browser; any error in a script counts as a problem."""
    context = browser.new_context()
    page = context.new_page()
    opened = Session(page=page, kind=kind)
    page.on("pageerror", lambda error: opened.problems.append(str(error)))
    page.goto(running.address)
    yield opened
    context.close()
    assert opened.problems == []


def fill(lesson: Frame | Page, answers: Mapping[str, Any]) -> None:
    """Fill in the draw on the page, by the controls that a learner uses."""
    items = lesson.evaluate(
        "() => { const { data, attempt } = document.querySelector('enablekit-check');"
        " return data.draws[attempt % data.draws.length]"
        ".map((id) => data.items.find((item) => item.id === id)); }"
    )
    for number, item in enumerate(items, 1):
        box, given = lesson.locator(f"#question-{number}"), answers[item["id"]]
        match item["form"]:
            case "numeric" | "short":
                box.locator("[type=text]").fill(given)
            case "sorting":
                for place, group in enumerate(given):
                    box.locator(".sort").nth(place).locator(f'[value="{group}"]').check()
            case "ordering" | "matching":
                for place, option in enumerate(given):
                    box.locator("select").nth(place).select_option(str(option))
            case _:
                for option in given:
                    box.locator(f'input[value="{option}"]').check()


def submit(lesson: Frame | Page) -> None:
    """Ask for the result."""
    lesson.get_by_role("button", name="Check my answers").click()
    lesson.locator(".result h2").wait_for()
