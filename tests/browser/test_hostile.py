"""Hostile words in every field of an asset and of a project never run in a real browser."""

from __future__ import annotations

import html
import itertools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from planting import planted
from web_server import serving

from enablekit.model.asset_fields import AssetFields
from enablekit.model.guidance import Guidance
from enablekit.usecases.build import Request, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ESCAPED = re.compile(r"\\(?:n|t|r|x[0-9a-f]{2}|u[0-9a-f]{4})")
PAYLOADS = [
    ESCAPED.sub(lambda found: json.loads(f'"{found[0].replace("x", "u00")}"'), line)
    for line in (Path(__file__).parents[1] / "corpora" / "xss_payloads.txt")
    .read_text("utf-8")
    .splitlines()
    if line and not line.startswith("# ")
]
ASSETS = 8
# Fields that decide whether there is a page at all, with values that make one.
PLAIN = {"status": "published", "audience": "internal", "type": "white-paper"}
MOVED = re.compile(r'http-equiv="refresh" content="0; *url=([^"]+)"')  # it leads on at once
OPEN = """() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    for (const one of document.querySelectorAll('button')) {
        if (!one.closest('.finder') && !/print|window/i.test(one.textContent)) one.click();
    }
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site from assets whose every field holds another payload."""
    root = tmp_path_factory.mktemp("hostile")
    payloads = itertools.cycle(PAYLOADS)
    for number in range(ASSETS):
        front = planted(AssetFields, "asset", lambda _: next(payloads)) | PLAIN
        front |= {"id": f"hostile-{number}", "superseded_by": "", "supersedes": []}
        front["enablement"] = planted(Guidance, "guidance", lambda _: next(payloads))
        front["published"], front["expires"] = "2026-01-02", "2027-01-01"
        body = "\n\n".join(f"## {next(payloads)}\n\n{next(payloads)}" for _ in range(12))
        body = body.replace("\0", "")  # a file that holds one is no text, and is left out
        text = f"---\n{json.dumps(front)}\n---\n\n{body}\n"
        (root / f"hostile-{number}.md").write_text(text, "utf-8", "replace")
    words = ("personas", "pains", "stages", "topics", "products", "competitors", "people")
    project = {"name": next(payloads), "feedback": next(payloads)} | {
        name: {next(payloads): {"name": next(payloads)} for _ in range(4)} for name in words
    }
    (root / "enablekit.yaml").write_text(json.dumps(project), "utf-8", "replace")
    built = build(Request(start=root, output=Path("site"), now="2026-11-01"))
    assert len(built.assets) == ASSETS
    return built.output


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """Serve that site."""
    with serving(site) as address:
        yield address


def test_no_page_runs_what_content_says(browser: Browser, site: Path, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    happened: list[str] = []
    requested: list[str] = []
    page.add_init_script("alert = confirm = prompt = () => console.log('a dialog')")
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("console", lambda message: happened.append(message.text))
    page.on("request", lambda request: requested.append(request.url))
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    kinds = {path.split("/")[0] for path in pages} | {
        path.split("/")[-2] for path in pages if "/" in path
    }
    assert {"present", "check", "read", "objections", "status", "changes", "say", "for"} <= kinds
    for path in pages:
        page.goto(served + path)
        if moved := MOVED.search((site / path).read_text("utf-8")):
            # Where it leads exactly: a pattern might match the old address, too.
            page.wait_for_url(urljoin(served + path, html.unescape(moved[1])))
            continue
        page.evaluate(OPEN)
        assert page.evaluate("document.querySelectorAll('script:not([src])').length") == 0
    for query in ("index.html#q=alert", "search/index.html#q=script"):
        page.goto(served + query)
        page.wait_for_timeout(400)
    context.close()
    assert happened == []
    away = {url for url in requested if not url.startswith((served, "data:", "blob:", "mailto:"))}
    assert away == set()
