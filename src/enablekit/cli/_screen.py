"""The only place that prints: answers on standard output, everything else on standard error."""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from enablekit.encoding.terminal import line, plain
from enablekit.errors import ConfigError
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from enablekit.errors import EnablekitError
    from enablekit.model.finding import Finding

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
_WEIGHT = re.compile(r"^(error|warning|info) EK\d+ [\w-]+", re.MULTILINE)
_NARROW, _READABLE = 20, 80  # characters of a line of text
_SHOWN = 20
_STEP = 20


def answer(text: str) -> None:
    """Print what was asked for."""
    _write(sys.stdout, plain(text) + "\n")


def report(text: str, *, commands: bool = False, data: bool = False) -> None:
    """
    Print a report that is safe already; on a terminal its weights have colours.

    Args:
        text: The report.
        commands: Whether it is made of commands for the runner of a job.
        data: Whether a program reads it, so that nothing may be put around it.

    """
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        colours = {one.word: colour for one, colour in _COLOURS.items()}
        text = _WEIGHT.sub(lambda found: f"\x1b[1;{colours[found[1]]}m{found[0]}\x1b[0m", text)
    _write(sys.stdout, text, commands=commands or data)


def answer_bytes(data: bytes) -> None:
    """Print a file as it is, for a program that asked for it."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def answer_json(data: Any) -> None:  # noqa: ANN401 - JSON has no narrower type
    """Print what was asked for as one JSON document."""
    from enablekit.encoding.json_data import document  # noqa: PLC0415 - only --json needs it

    _write(sys.stdout, document(data), commands=True)


def note(text: str) -> None:
    """Print something that is not the answer."""
    _write(sys.stderr, plain(text) + "\n")


def error(stopped: EnablekitError) -> None:
    """Say why it could not run, and how to mend it."""
    place = ""
    if isinstance(stopped, ConfigError) and stopped.line:
        place = f"{stopped.path}:{stopped.line}:{stopped.column}: "
    _write(sys.stderr, f"{_painted('error', '31')}: {line(place + stopped.message)}\n")
    if stopped.hint:
        _write(sys.stderr, f"  {line(stopped.hint)}\n")


def usage(message: str, code: int) -> None:
    """Say that the command line itself was wrong."""
    _write(sys.stderr, f"{_painted('error', '31')}: {line(message)}\n")
    _write(sys.stderr, "  `enablekit -h` lists what there is\n" if code else "")


def bug(kind: str) -> None:
    """Own up to a bug without showing anybody's data."""
    _write(
        sys.stderr,
        f"{_painted('error', '31')}: enablekit made a mistake ({kind}).\n"
        "  This is a bug, not your fault. Run the command again with --debug and report it.\n",
    )


def findings(found: Iterable[Finding], *, everything: bool) -> None:
    """List findings, errors first to last, then as many of the rest as help."""
    listed = list(found)
    errors = [one for one in listed if one.severity is Severity.ERROR]
    advice = [one for one in listed if one.severity is not Severity.ERROR]
    room = len(advice) if everything else max(0, _SHOWN - len(errors))
    for one in (*errors, *advice[:room]):
        _finding(one)
    if len(advice) > room:
        note(f"… and {len(advice) - room} more; --verbose shows them all")


def errors(found: Iterable[Finding]) -> None:
    """List those findings that are errors."""
    for one in found:
        if one.severity is Severity.ERROR:
            _finding(one)


def _finding(one: Finding) -> None:
    span = one.span
    head = _painted(one.severity.word, _COLOURS[one.severity])
    where = line(f"{span.path}:{span.line}:{span.column}")
    _write(sys.stderr, f"{where}: {head} {one.code} {one.name}: {line(one.message)}\n")
    if one.help:
        _write(sys.stderr, f"    {line(one.help)}\n")


@contextmanager
def progress() -> Iterator[Callable[[], None]]:
    """Yield what shows how far a build is: a line on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    done = 0

    def show() -> None:
        nonlocal done
        done += 1
        if done % _STEP == 0:
            _write(sys.stderr, f"\rReading … {done} files")

    try:
        yield show
    finally:
        _write(sys.stderr, "\r\x1b[2K")


def ask(question: str, default: str) -> str:
    """Ask a person; an empty answer takes what stands in brackets."""
    shown = f" [{plain(default)}]" if default else ""
    _write(sys.stderr, f"{plain(question)}{shown}: ")
    return sys.stdin.readline().strip() or default


def width() -> int:
    """Return how many characters a line may have: few on a terminal, any number elsewhere."""
    if not sys.stdout.isatty():
        return 1_000_000
    import shutil  # noqa: PLC0415 - loads what unpacks archives

    return max(_NARROW, min(shutil.get_terminal_size().columns, _READABLE))


def read(prompt: str) -> str | None:
    """Ask for a line; None when there are no more."""
    _write(sys.stderr, f"{plain(prompt)}: ")
    line_typed = _input().readline()
    if not (line_typed.endswith("\n") and sys.stdin.isatty()):
        _write(sys.stderr, "\n")  # nobody pressed Enter, so the next line would follow the prompt
    return line_typed or None


def rest() -> str:
    """Return all that is left of standard input."""
    return _input().read()


def _input() -> TextIO:
    """Return standard input; what is not text in its encoding stops nobody."""
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":
        sys.stdin.reconfigure(errors="replace")
    return sys.stdin or io.StringIO()


def close_quietly() -> int:
    """End when the reader of our output has gone, as `head` does: that is not a failure."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - Python flushes it at exit
    return 0


def _painted(text: str, colour: str) -> str:
    wanted = os.environ.get("FORCE_COLOR") or (
        sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    )
    if os.environ.get("NO_COLOR") or not wanted:
        return text
    return f"\x1b[1;{colour}m{text}\x1b[0m"


def _write(stream: TextIO, text: str, *, commands: bool = False) -> None:
    """
    Write text in whatever encoding the stream has; what it cannot show becomes `?`.

    In a job of GitHub Actions, where lines of a log can be commands, nothing but a report made of
    commands can start one: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    if not commands and os.environ.get("GITHUB_ACTIONS") == "true" and _COMMAND.search(text):
        import secrets  # noqa: PLC0415 - loads cryptography, which only a job of GitHub needs

        token = secrets.token_hex(16)
        text = f"::stop-commands::{token}\n{text.rstrip(chr(10))}\n::{token}::\n"
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()
