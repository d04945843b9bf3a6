"""`enablekit init`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder

if TYPE_CHECKING:
    from enablekit.usecases.init import Answers


def command(
    *,
    folder: Folder = HERE,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
) -> None:
    """Write an enablekit.yaml that fits this folder."""
    from enablekit.usecases.init import guessed, write  # noqa: PLC0415 - loads the model

    answers = guessed(folder)
    if not no_input and sys.stdin.isatty():
        answers = _asked(answers)
    path = write(folder, answers)
    _screen.answer(f"Wrote {path} (preset: {answers.preset})")
    _screen.note("Next: enablekit build")


def _asked(guess: Answers) -> Answers:
    from enablekit.usecases.init import Answers  # noqa: PLC0415 - as above

    _screen.note("Five questions; Enter takes what stands in brackets.")
    return Answers(
        name=_screen.ask("1. What should the site call itself?", guess.name),
        preset=_screen.ask(
            "2. What builds your site (hugo, jekyll, astro, docusaurus, plain)?", guess.preset
        ),
        language=_screen.ask("3. Which language are most assets in?", guess.language),
        personas=_split(_screen.ask("4. Whom do your reps talk to (roles, with commas)?", "")),
        pains=_split(_screen.ask("5. What do buyers complain about (with semicolons)?", "")),
    )


def _split(answer: str) -> tuple[str, ...]:
    separator = ";" if ";" in answer else ","
    return tuple(part.strip() for part in answer.split(separator) if part.strip())
