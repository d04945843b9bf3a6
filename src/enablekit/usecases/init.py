"""Init: a project file that fits the folder, from a few answers or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.adapters import new_file, project
from enablekit.encoding.slug import slug
from enablekit.errors import UsageError
from enablekit.parsing import project_file

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_STAGES = ("awareness", "consideration", "evaluation", "decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """
    What a person said, or what is assumed without asking.

    Attributes:
        name: What the site calls itself.
        preset: The habits of the site generator.
        language: BCP 47 tag.
        personas: The people reps talk to, as they are called.
        pains: What buyers complain about, in their words.

    """

    name: str
    preset: str
    language: str = "en"
    personas: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()


def guessed(folder: Path) -> Answers:
    """Return what can be told from the folder itself."""
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip().title()
    return Answers(name=f"{name} field guide".strip(), preset=project.preset(folder).name)


def write(folder: Path, answers: Answers) -> Path:
    """
    Write `enablekit.yaml` and return where it is.

    Raises:
        UsageError: An answer cannot be used.
        WorldError: There is one already, or it cannot be written.

    """
    text = _text(answers)
    _, findings = project_file.read(project.FILE, text.encode("utf-8", "replace"))
    if findings:
        raise UsageError(findings[0].message, hint=findings[0].help)
    path = folder / project.FILE
    new_file.write(path, text)
    return path


def _text(answers: Answers) -> str:
    lines = [
        "# What enablekit knows about this project. Every line may be left out.",
        f"name: {_quoted(answers.name)}",
        f"language: {answers.language}",
        "audience: internal        # for whom `build` builds: internal, partner, customer, public",
        f"preset: {answers.preset}",
        "",
        "# Asset type by path, where the front matter does not say:",
        "# types:",
        '#   case-study: ["customers/**"]',
        "",
        "# The people your reps talk to.",
        *_words(
            "personas", answers.personas, "cares_about", "cfo: {name: Chief financial officer}"
        ),
        "",
        "# The buyer's journey, in order.",
        "stages:",
        *(f"  {stage}: {{name: {stage.capitalize()}}}" for stage in DEFAULT_STAGES),
        "",
        "# What hurts your buyers, in their own words.",
        *_words(
            "pains",
            answers.pains,
            "says",
            'late-payments: {name: Late payments, says: "We chase every invoice by phone."}',
        ),
        "",
        "# Owners, deputies and experts.",
        "# people:",
        "#   ana: {name: Ana Ruiz, role: Product marketing, email: ana@example.com}",
        "",
    ]
    return "\n".join(lines)


def _words(key: str, words: tuple[str, ...], said: str, example: str) -> list[str]:
    if not words:
        return [f"# {key}:", f"#   {example}"]
    lines = [f"{key}:"]
    for word in words:
        detail = f", says: {_quoted(word)}" if said == "says" else ""
        lines.append(f"  {slug(word)[:40].strip('-')}: {{name: {_quoted(word)}{detail}}}")
    return lines


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'
