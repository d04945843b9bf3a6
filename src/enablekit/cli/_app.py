"""All commands, as typer reads them."""

from __future__ import annotations

from typing import Annotated

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
    """Run a command line, whatever is in it, and return its exit code."""
    try:
        result = app(args=given, standalone_mode=False)
    except typer.Abort as stop:
        raise KeyboardInterrupt from stop
    return result if isinstance(result, int) else 0
