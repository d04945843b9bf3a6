"""Whatever happens between two builds, the second one is as if it were the first."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from enablekit.errors import EnablekitError
from enablekit.model.audience import Audience
from enablekit.usecases.build import Request, build

NAMES = tuple(f"paper-{number}" for number in range(7))
TITLES = ("Costs of disputes", "Why invoices wait", "A buyer's guide", "Terms: a glossary")
PIECES = (
    "A dispute costs 14 days on average.",
    "Teams cut their backlog from 40 to 12 orders in two quarters.",
    "See [the other one](paper-3.md) and [a third](paper-5.md#costs).",
    "“We close the month in a day,” says Ana Ruiz, controller at Norte.",
    "A credit note is a document that corrects an invoice.",
)

PROJECTS = (
    "name: Ours\n",
    "name: Theirs\npersonas: [{id: cfo, name: CFO}]\n",
    "{}\n",
    "search: off\n",
)

names = st.sampled_from(NAMES)
pains = st.sampled_from(("waiting", "errors"))
Change = Callable[[Path], None]


def text_of(title: str, piece: str, front: str) -> str:
    return f"---\ntitle: {title!r}\n{front}---\n\n# Costs\n\n{piece}\n\n## Why\n\n{PIECES[0]}\n"


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Draw the parts of the front matter by which one asset turns up on another's pages."""
    lines = []
    if draw(st.booleans()):
        lines.append(f"topics: [{draw(st.sampled_from(['costs', 'terms', 'audit']))}]")
    if draw(st.booleans()):
        lines.append(f"status: {draw(st.sampled_from(['draft', 'published', 'retired']))}")
    if draw(st.booleans()):
        lines.append(f"audience: {draw(st.sampled_from(['internal', 'partner', 'public']))}")
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"supersedes: [{draw(names)}]")
    if draw(st.booleans()):
        words = draw(st.sampled_from(PIECES[:2]))
        lines += [
            "enablement:",
            f"  tldr: {words}",
            f"  pains: [{{pain: {draw(pains)}, words: {words!r}}}]",
            f"  next: [{{asset: {draw(names)}, when: 'They ask for {draw(names)}'}}]",
            f"  objections: [{{they_say: {draw(st.sampled_from(TITLES))!r}, respond: {words!r}}}]",
        ]
    return "".join(f"{line}\n" for line in lines)


@st.composite
def writes(draw: st.DrawFn) -> Change:
    """Write an asset, new or over an old one."""
    name, title = draw(names), draw(st.sampled_from(TITLES))
    text = text_of(title, draw(st.sampled_from(PIECES)), draw(fronts()))
    return lambda root: void((root / f"{name}.md").write_text(text, encoding="utf-8"))


def deletes(name: str) -> Change:
    return lambda root: (root / f"{name}.md").unlink(missing_ok=True)


def renames(pair: tuple[str, str]) -> Change:
    def change(root: Path) -> None:
        if (root / f"{pair[0]}.md").exists():
            (root / f"{pair[0]}.md").replace(root / f"{pair[1]}.md")

    return change


def configures(text: str) -> Change:
    return lambda root: void((root / "enablekit.yaml").write_text(text, encoding="utf-8"))


def adds_sidecar(name: str) -> Change:
    text = "title: From beside\nenablement:\n  tldr: Said beside it.\n"
    return lambda root: void((root / f"{name}.enable.yaml").write_text(text, encoding="utf-8"))


def overrides(colour: str) -> Change:
    def change(root: Path) -> None:
        folder = root / "templates" / "site"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "style.css").write_text(f"p{{color:{colour}}}", encoding="utf-8")

    return change


def damages_pages(number: int) -> Change:
    def change(root: Path) -> None:
        pages = sorted((root / "site").rglob("*.html"))
        if pages:
            page = pages[number % len(pages)]
            page.unlink()  # a new file, as an editor would make it
            page.write_bytes(b"Not what was built")

    return change


def damages_notes(place: int) -> Change:
    """Change a byte of every note, cut it short, or empty it."""

    def change(_: Path) -> None:
        for note in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.*"):
            data = bytearray(note.read_bytes())
            if data:
                data[place % len(data)] ^= 1 << place % 8
            note.write_bytes(data[: place % (len(data) + 1)] if place % 3 == 0 else data)

    return change


changes = st.one_of(
    writes(), writes(), writes(), writes(),
    names.map(deletes),
    st.tuples(names, names).map(renames),
    st.sampled_from(PROJECTS).map(configures),
    names.map(adds_sidecar),
    st.sampled_from(["red", "blue"]).map(overrides),
    st.integers(0, 99).map(damages_pages),
    st.integers(0, 1 << 14).map(damages_notes),
)  # fmt: skip


def void(_: object) -> None:
    """Forget a result."""


def built(root: Path, output: str, reader: Audience) -> dict[str, bytes]:
    """Build and return the files of the site; a project without assets has none."""
    folder = root / output
    try:
        build(Request(start=root, output=Path(output), now="2026-11-01", audience=reader))
    except EnablekitError:
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@contextmanager
def cache_in(folder: Path) -> Iterator[None]:
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = before


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking builds for minutes
    suppress_health_check=list(HealthCheck),
)
@given(
    start=st.lists(writes(), min_size=3, max_size=8),
    story=st.lists(changes, min_size=1, max_size=6),
    reader=st.sampled_from(Audience),
)
def test_a_remembered_build_is_a_build_from_scratch(
    start: list[Change], story: list[Change], reader: Audience
) -> None:
    with TemporaryDirectory() as scratch, cache_in(Path(scratch) / "cache"):
        root, copy = Path(scratch) / "project", Path(scratch) / "copy"
        root.mkdir()
        for change in start:
            change(root)
        built(root, "site", reader)

        for change in story:
            change(root)
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(root, copy)
            shutil.rmtree(copy / "site", ignore_errors=True)
            assert_same(built(root, "site", reader), built(copy, "site", reader))


def assert_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
