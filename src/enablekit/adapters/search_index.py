"""Makes a full-text index with Pagefind, which is not always there: records in, files out."""

from __future__ import annotations

import base64
import importlib
import importlib.util
import json
import os
import re
import subprocess
import threading
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from enablekit.encoding.pagefind_order import settled
from enablekit.errors import WorldError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from enablekit.model.search import SearchRecord

FOLDER = "pagefind"
INSTALL = 'pip install "enablekit[search]"'

# The larger of the two also takes Chinese, Japanese and Thai apart into words.
_PROGRAMS = ("pagefind_bin_extended", "pagefind_bin")
_PATIENCE = 600  # seconds for one index; a hundred thousand records take a tenth of it
_LANGUAGE = re.compile("[a-z]{2,3}")

# What Pagefind's search needs in a browser. Its own boxes, highlighter and playground stay out:
# the search page is ours.
_WANTED = re.compile(
    r"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta"
    r"|(?:fragment|index|filter)/\w+\.pf_\w+"
)


def program() -> Path | None:
    """Return Pagefind's program, or None where it is not installed."""
    for name in _PROGRAMS:
        if importlib.util.find_spec(name) is None:
            continue
        try:
            found: Path = importlib.import_module(name).get_executable()
        except (ImportError, FileNotFoundError):
            continue  # half installed is not installed
        return found
    return None


def identity(place: Path) -> str:
    """Return a text that changes when another version of Pagefind is installed."""
    try:
        seen = place.stat()
    except OSError:
        return os.fspath(place)
    return f"{place.name}:{seen.st_size}:{seen.st_mtime_ns}"


def files(records: Sequence[SearchRecord], language: str, place: Path) -> dict[str, bytes]:
    """
    Return the files of an index, the same bytes for the same records in whatever order.

    Pagefind's own Python module is not used: it waits a tenth of a second for every answer, which
    is minutes for a thousand records. What it says to the program is the same. The files are asked
    for and not written by the program, which answers that it has written them before it has.

    Args:
        records: The guides; without any there are no files.
        language: The BCP 47 tag of the site; it decides how words are cut to their stems.
        place: The program, from `program()`.

    Raises:
        WorldError: The program cannot be started, fails, or writes what nobody here knows.

    """
    if not records:
        return {}
    primary = language.lower().split("-")[0]
    word = primary if _LANGUAGE.fullmatch(primary) else "unknown"
    try:
        with _service(place) as ask:
            found = _made(ask, sorted(records, key=lambda one: one.url), word)
        return settled(_chosen(found, word), FOLDER)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise WorldError(
            f"Pagefind could not make the search index: {error}.",
            hint=f"Install it again with `{INSTALL}`, or write `search: off` in enablekit.yaml.",
        ) from error


class _Asked:
    """A conversation with the program: one question at a time, so that no pipe can fill up."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions = questions
        self._answers = answers
        self._number = 0

    def __call__(self, kind: str, **values: object) -> Mapping[str, Any]:
        """
        Ask for something and return the answer.

        Raises:
            ValueError: The program says no, or nothing more.

        """
        self._number += 1
        question = {"message_id": self._number, "payload": {"type": kind, **values}}
        self._questions.write(base64.b64encode(json.dumps(question).encode()) + b",")
        self._questions.flush()
        answer: Mapping[str, Any] = json.loads(base64.b64decode(self._line()))["payload"]
        if answer["type"] == "Error":
            raise ValueError(answer.get("message") or "it gives no reason")
        return answer

    def _line(self) -> bytes:
        heard = bytearray()
        while not heard.endswith(b","):
            # As much as a pipe holds; what has been said so far is never waited for.
            more = os.read(self._answers.fileno(), 1 << 16)
            if not more:
                raise ValueError("it stopped half-way")
            heard += more
        return bytes(heard[:-1])


@contextmanager
def _service(place: Path) -> Iterator[_Asked]:
    """Start the program and end it, whatever happens."""
    with subprocess.Popen(  # noqa: S603 - the program of a package that was installed on purpose
        [place, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        alarm = threading.Timer(_PATIENCE, process.kill)
        alarm.start()
        try:
            if process.stdin is not None and process.stdout is not None:
                yield _Asked(process.stdin, process.stdout)
        finally:
            alarm.cancel()
            process.kill()


def _made(ask: _Asked, records: Sequence[SearchRecord], language: str) -> dict[str, bytes]:
    """Let the program index the records, and return all files it offers, by path."""
    index = ask("NewIndex", config={"keep_index_url": True})["index_id"]
    for record in records:
        ask(
            "AddRecord",
            index_id=index,
            url=record.url,
            content=record.content,
            language=language,
            meta=dict(record.meta),
            filters={name: list(values) for name, values in record.filters},
            sort=None,
        )
    offered = ask("GetFiles", index_id=index)["files"]
    return {one["path"]: base64.b64decode(one["content"]) for one in offered}


def _chosen(found: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Leave what a browser asks for, and of the programs for many languages the one of the site."""
    entry = json.loads(found["pagefind-entry.json"])
    stems = entry["languages"][language]["wasm"] or "unknown"
    program = f"wasm.{stems}.pagefind"
    wanted = {path: data for path, data in found.items() if _WANTED.fullmatch(path)}
    return wanted | {program: found[program]}
