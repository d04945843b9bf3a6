"""All commands, and what is said when one cannot go on."""

from __future__ import annotations

import signal
import traceback
from typing import TYPE_CHECKING, Annotated

import typer

from enablekit import __version__
from enablekit.cli import (
    _screen,
    build,
    certificate,
    check,
    doctor,
    draft,
    explain,
    export,
    fields,
    find,
    import_items,
    init,
    new,
    quiz,
    rules,
    serve,
    status,
    supersede,
    verify,
)
from enablekit.errors import EnablekitError

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
BUG = 70

app = typer.Typer(
    name="enablekit",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,  # typer's own would print local variables: they can be secret
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_WELCOME = """\
Ship every piece of marketing content with directions for using it.

  enablekit init      set up this folder (at most five questions; --no-input asks none)
  enablekit build     write the guide site to site/
  enablekit serve     see the site on this computer while you write
  enablekit check     see what is missing, stale, unsafe or untrue
  enablekit find      find the piece for what a buyer says
  enablekit status    see what can be trusted today
  enablekit quiz      take the check of an asset and see what to read again
  enablekit export    write files for a learning platform, a spreadsheet, cards
  enablekit import    add questions from Moodle or a spreadsheet to a check
  enablekit draft     propose guidance from what an asset says
  enablekit new       start an asset with an example of good guidance
  enablekit doctor    see what enablekit sees

`enablekit COMMAND -h` says more about each.
"""


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="Say the version.")] = False,
) -> None:
    """Ship every piece of marketing content with directions for using it."""
    if version:
        _screen.answer(f"enablekit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        _screen.answer(_WELCOME.rstrip("\n"))


app.command("init")(init.command)
app.command("new")(new.command)
app.command("build")(build.command)
app.command("serve")(serve.command)
app.command("check")(check.command)
app.command("draft")(draft.command)
app.command("fields")(fields.command)
app.command("doctor")(doctor.command)
app.command("explain")(explain.command)
app.command("rules")(rules.command)
app.command("find")(find.command)
app.command("status")(status.command)
app.command("quiz")(quiz.command)
app.command("export")(export.command)
app.command("import")(import_items.command)
app.command("certificate")(certificate.command)
app.command("verify")(verify.command)
app.command("supersede")(supersede.command)


def run(given: list[str]) -> int:
    """Run a command line and return its exit code."""
    debug = "--debug" in given
    signal.signal(signal.SIGTERM, _stop)
    try:
        result = app(args=[one for one in given if one != "--debug"], standalone_mode=False)
    except EnablekitError as error:
        _screen.error(error)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _screen.note("Interrupted; nothing was left half-done.")
        return INTERRUPTED
    except BrokenPipeError:
        return _screen.close_quietly()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BUG
    except Exception as error:  # noqa: BLE001 - whatever is left is a bug of ours, and must be said so
        return _failed(error, debug=debug)
    return result if isinstance(result, int) else 0


def _failed(error: Exception, *, debug: bool) -> int:
    told = getattr(error, "format_message", None)
    if told is not None:  # a wrong option, as typer reports it
        _screen.usage(told(), getattr(error, "exit_code", 2))
        return 2
    if isinstance(error, OSError) and error.filename is None:
        _screen.note(f"enablekit could not write its answer: {error.strerror}")
        return 2
    if debug:
        _screen.note(traceback.format_exc())
    _screen.bug(type(error).__name__)
    return BUG


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a signal handler is given
    """End as an interruption does, so that nothing is left behind, with the usual code."""
    raise SystemExit(128 + number)
