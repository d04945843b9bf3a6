"""The preview, as a browser and as a stranger ask it: the real program, real connections."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.alone

PAPER = """\
---
title: What disputes cost
---
# What disputes cost

A disputed invoice costs 14 days on average.
"""
BROKEN = PAPER.replace("title: What", "title: What: now")
PAGE = "/guides/paper/index.html"
AT_ONCE = 8.0  # seconds; less than the ten an open page would be waited for
SOON = 30.0  # seconds; it takes half of one, and machines have other work


class Preview:
    """A running `enablekit serve`, and the folder it shows."""

    def __init__(self, folder: Path, *arguments: str, port: int = 0) -> None:
        self.folder = folder
        self.private = Path(tempfile.mkdtemp(dir=folder.parent))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "enablekit", "serve", "--port", str(port), *arguments],
            cwd=folder,
            env={**os.environ, "TMPDIR": str(self.private), "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        told = self.process.stdout.readline()
        found = re.fullmatch(r"Open http://(127\.0\.0\.1|\[::1\]):(\d+)/\n", told)
        assert found, told + self.end()[1]
        self.host, self.port = found[1].strip("[]"), int(found[2])

    def ask(
        self, path: str, method: str = "GET", host: str | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=10)
        connection.putrequest(method, path, skip_host=host is not None)
        if host:
            connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def text(self, path: str = PAGE) -> str:
        return self.ask(path)[1].decode()

    def news(self, page: str = PAGE) -> Iterator[dict[str, Any] | None]:
        """Yield what an open page is told; None for a sign of life."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        connection.request("GET", f"/.enablekit/events?page={page[1:]}")
        with contextlib.closing(connection), connection.getresponse() as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])
                elif line.startswith(b":"):
                    yield None

    def save(self, text: str, name: str = "paper.md") -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """End it as a person would; return its exit code and what it said."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        said = self.process.communicate(timeout=20)[1]
        return self.process.returncode, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "project"
    made.mkdir()
    (made / "paper.md").write_text(PAPER, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview for all tests that only ask."""
    made = tmp_path_factory.mktemp("served") / "project"
    made.mkdir()
    (made / "paper.md").write_text(PAPER, encoding="utf-8")
    started = Preview(made)
    yield started
    started.end()


@pytest.fixture
def preview(folder: Path) -> Iterator[Preview]:
    started = Preview(folder)
    yield started
    started.end()


def until(true: Any) -> bool:  # noqa: ANN401 - any question
    """Ask again and again until the answer is yes or it takes too long."""
    limit = time.monotonic() + SOON
    while time.monotonic() < limit:
        if true():
            return True
        time.sleep(0.02)
    return False


def refused(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "enablekit", "serve", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_it_serves_pages_style_sheets_and_the_page_of_a_folder(served: Preview) -> None:
    types = {
        path: served.ask(path)[0].headers["Content-Type"]
        for path in ("/", PAGE, "/guides/paper/", "/style.css", "/site.js", "/enablekit.json")
    }

    assert "A disputed invoice costs 14 days" in served.text("/guides/paper/")
    assert types == {
        "/": "text/html; charset=utf-8",
        PAGE: "text/html; charset=utf-8",
        "/guides/paper/": "text/html; charset=utf-8",
        "/style.css": "text/css; charset=utf-8",
        "/site.js": "text/javascript; charset=utf-8",
        "/enablekit.json": "application/json; charset=utf-8",
    }


def test_nothing_is_kept_guessed_framed_or_lent(served: Preview) -> None:
    headers = served.ask(PAGE)[0].headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Server"] is None


def test_a_folder_without_its_slash_leads_to_the_one_with_it(served: Preview) -> None:
    answer, _ = served.ask("/guides/paper?from=mail")

    assert answer.status == 302
    assert answer.headers["Location"] == "/guides/paper/?from=mail"


@pytest.mark.parametrize(
    "path",
    [
        "/../paper.md",
        "/%2e%2e/paper.md",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%252e%252e/paper.md",
        "/guides/%2e%2e/index.html",
        "/..\\..\\paper.md",
        "/guides\\paper\\index.html",
        "/%5c%5c127.0.0.1%5cshare",
        "//etc/passwd",
        "/C:/Windows/win.ini",
        "/index.html%00.css",
        "/%ff%fe",
        "/.enablekit-output",
        "/.enablekit/",
        "/.enablekit/reload.css/..",
        "/guides/",
        "/guides",
        "/nowhere.html",
    ],
)
def test_what_is_not_a_file_of_the_site_is_not_there(served: Preview, path: str) -> None:
    answer, body = served.ask(path)

    assert answer.status == 404
    assert b"There is nothing at this address" in body
    assert b"root:" not in body


def test_a_link_laid_into_the_private_folder_leads_nowhere(preview: Preview, folder: Path) -> None:
    (site,) = preview.private.glob("*/site")
    page = site / "about" / "index.html"
    page.unlink()
    page.symlink_to(folder / "paper.md")
    (site / "out.html").symlink_to(folder / "paper.md")

    assert preview.ask("/about/index.html")[0].status == 404
    assert preview.ask("/out.html")[0].status == 404


def test_a_page_of_the_site_s_own_stands_where_there_is_none(folder: Path) -> None:
    own = folder / "templates" / "site"
    own.mkdir(parents=True)
    (own / "404.html.j2").write_text("<h1>Lost?</h1>", encoding="utf-8")
    preview = Preview(folder)
    answer, body = preview.ask("/nowhere.html")
    preview.end()

    assert answer.status == 404
    assert body.startswith(b"<h1>Lost?</h1><script src=")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}",
     "127.0.0.1:{port}.evil", "[::1]", "0.0.0.0:{port}", ""],
)  # fmt: skip
def test_who_asks_by_another_name_is_refused(served: Preview, host: str) -> None:
    for path in (PAGE, "/.enablekit/events", "/.enablekit/reload.js"):
        answer, body = served.ask(path, host=host.format(port=served.port))

        assert answer.status in {400, 421}
        assert b"invoice" not in body


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}"])
def test_who_asks_by_a_name_of_this_computer_is_served(served: Preview, host: str) -> None:
    assert served.ask(PAGE, host=host.format(port=served.port))[0].status == 200


def test_two_names_at_once_are_refused(served: Preview) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        own = f"Host: 127.0.0.1:{served.port}\r\n"
        line.sendall(f"GET / HTTP/1.1\r\n{own}Host: evil.example\r\n\r\n".encode())

        assert line.recv(4096).split()[1] in {b"400", b"421"}


def test_a_head_request_gets_the_headers_alone(served: Preview) -> None:
    whole, body = served.ask(PAGE)
    answer, nothing = served.ask(PAGE, method="HEAD")
    stream, _ = served.ask("/.enablekit/events", method="HEAD")

    assert answer.status == 200
    assert answer.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(body))
    assert nothing == b""
    assert stream.headers["Content-Type"].startswith("text/event-stream")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_reading_is_allowed(served: Preview, method: str) -> None:
    for path in (PAGE, "/.enablekit/events"):
        answer, _ = served.ask(path, method=method)

        assert answer.status == 405
        assert set(answer.headers["Allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}


def test_the_script_is_in_what_is_served_and_not_in_what_is_built(served: Preview) -> None:
    (built,) = served.private.glob("*/site/guides/paper/index.html")

    assert served.text().count('<script src="/.enablekit/reload.js"') == 1
    assert "enablekit/reload" not in built.read_text(encoding="utf-8")
    assert not (served.folder / "site").exists()


def test_a_saved_file_is_shown(preview: Preview) -> None:
    news = preview.news()
    first = next(news)
    preview.save(PAPER.replace("14 days", "15 days"))
    second = next(news)

    assert first is not None
    assert second is not None
    assert "15 days" in preview.text()
    changed = {path for path, digest in second["files"].items() if first["files"][path] != digest}
    assert changed == {PAGE[1:]}


def test_a_page_that_shows_nothing_of_a_change_is_told_of_none(preview: Preview) -> None:
    about, paper = preview.news("/about/index.html"), preview.news()
    before = next(about), next(paper)
    preview.save(PAPER.replace("14 days", "16 days"))

    assert next(paper) != before[1]
    preview.save(PAPER + "\nMore.\n", "other.md")
    assert until(lambda: preview.ask("/guides/other/")[0].status == 200)
    after = next(about)
    assert after is None or after == before[0]


def test_search_follows_when_nothing_has_been_saved_for_a_while(preview: Preview) -> None:
    [entry] = preview.private.glob("*/site/pagefind/pagefind-entry.json")
    before = entry.read_bytes()
    preview.save(PAPER.replace("14 days", "quarrelsome days"))

    assert until(lambda: "quarrelsome" in preview.text())
    assert entry.read_bytes() == before
    assert until(lambda: entry.read_bytes() != before)


def test_after_many_saves_the_last_one_is_shown(preview: Preview) -> None:
    for days in range(20, 80):
        preview.save(PAPER.replace("14 days", f"{days} days"))
        time.sleep(0.01)

    assert until(lambda: "79 days" in preview.text())
    assert preview.end()[0] == 130


def test_what_cannot_be_built_leaves_the_last_good_page_and_says_where(preview: Preview) -> None:
    news = preview.news()
    next(news)
    preview.save(BROKEN)
    told = next(news)

    assert told is not None
    (fault,) = told["problem"]["faults"]
    assert fault["place"].startswith("paper.md:2:")
    assert fault["message"]
    assert fault["help"]
    assert "14 days" in preview.text()

    preview.save(PAPER)
    mended = next(news)
    assert mended is not None
    assert "problem" not in mended


def test_a_broken_project_file_is_a_problem_too(preview: Preview) -> None:
    news = preview.news()
    next(news)
    preview.save("name: Ours\naudiance: internal\n", "enablekit.yaml")
    told = next(news)

    assert told is not None
    (fault,) = told["problem"]["faults"]
    assert fault["place"] == "enablekit.yaml:2:1"
    assert "audiance" in fault["message"]
    assert "audience" in fault["help"]


def test_what_was_broken_from_the_start_does_not_hold_up_the_rest(folder: Path) -> None:
    (folder / "old.md").write_text(BROKEN, encoding="utf-8")
    preview = Preview(folder)
    preview.save(PAPER.replace("14 days", "17 days"))

    assert until(lambda: "17 days" in preview.text())
    assert "old.md:2:" in preview.end()[1]


def test_open_idle_and_slow_connections_keep_nobody_waiting(preview: Preview) -> None:
    with contextlib.ExitStack() as open_ones:
        for number in range(60):
            line = socket.create_connection(("127.0.0.1", preview.port), timeout=10)
            open_ones.enter_context(line)
            if number % 3 == 1:  # half a request
                line.sendall(b"GET / HTTP/1.1\r\nHost:")
            if number % 3 == 2:  # an open page that reads nothing of what it is told
                host = f"Host: 127.0.0.1:{preview.port}"
                line.sendall(f"GET /.enablekit/events HTTP/1.1\r\n{host}\r\n\r\n".encode())
        asked = time.monotonic()
        assert preview.ask(PAGE)[0].status == 200
        assert time.monotonic() - asked < SOON
        preview.save(PAPER.replace("14 days", "18 days"))
        assert until(lambda: "18 days" in preview.text())


def test_an_idle_stream_gets_signs_of_life_and_then_the_news(preview: Preview) -> None:
    news = preview.news()
    assert next(news) is not None
    assert next(news) is None  # ten seconds later
    preview.save(PAPER.replace("14 days", "19 days"))
    assert next(news) is not None


def test_an_interruption_ends_it_at_once_and_leaves_nothing(preview: Preview) -> None:
    news = preview.news()
    next(news)
    reader = threading.Thread(target=list, args=(news,), daemon=True)
    reader.start()
    asked = time.monotonic()
    code, said = preview.end(signal.SIGINT)

    assert code == 130
    assert time.monotonic() - asked < AT_ONCE
    assert "Traceback" not in said
    assert list(preview.private.iterdir()) == []
    assert [one.name for one in preview.folder.iterdir()] == ["paper.md"]
    reader.join(5)
    assert not reader.is_alive()


def test_a_polite_end_from_outside_leaves_nothing_either(preview: Preview) -> None:
    code, said = preview.end(signal.SIGTERM)

    assert code == 128 + signal.SIGTERM
    assert "Traceback" not in said
    assert list(preview.private.iterdir()) == []


def test_a_taken_port_gives_way_to_the_next_free_one(preview: Preview, folder: Path) -> None:
    second = Preview(folder, port=preview.port)
    try:
        assert preview.port < second.port <= preview.port + 50
        assert second.ask(PAGE)[0].status == 200
    finally:
        second.end()


def test_it_can_serve_at_the_newer_address_of_this_computer(folder: Path) -> None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        preview = Preview(folder, "--host", "::1")
        assert preview.ask(PAGE)[0].status == 200
        assert preview.end()[0] == 130
        return
    pytest.skip("this computer has no IPv6")


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "192.168.0.1", "example.org", ""],  # noqa: S104 - they must be refused
)
def test_what_others_could_reach_is_refused(folder: Path, host: str) -> None:
    said = refused(folder, "--host", host)

    assert "for this computer only" in said
    assert "127.0.0.1, localhost, ::1" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-C", "nowhere"), "there is no folder nowhere"),
        (("--audience", "everyone"), "`everyone` is not an audience"),
        (("--port", "70000"), "65535"),
        (("--now", "tomorrow"), "tomorrow"),
    ],
)
def test_what_cannot_begin_says_why(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(folder, *arguments)


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "watchfiles"])
def test_without_the_extra_it_says_how_to_install_it(folder: Path, missing: str) -> None:
    without = (
        "import sys, importlib.util as util\n"
        "find = util.find_spec\n"
        f"util.find_spec = lambda name, *rest: None if name == {missing!r} else find(name, *rest)\n"
        "from enablekit.cli import run\n"
        "sys.exit(run(['serve']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", without],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert f"the preview needs {missing}" in done.stderr
    assert 'python -m pip install "enablekit[serve]"' in done.stderr


def test_other_commands_load_nothing_of_the_extra(folder: Path) -> None:
    asked = (
        "import sys\n"
        "from enablekit.cli import run\n"
        "assert run(['build']) == 0\n"
        "sys.exit(bool({'starlette', 'uvicorn', 'watchfiles', 'anyio'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=folder, check=False)

    assert done.returncode == 0
