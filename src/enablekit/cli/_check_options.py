"""The options of `enablekit check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Select = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Check only these: EK701, EK7 or a name.")
]
ExtendSelect = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Check these, too.")]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Leave these out.")]
ProfileName = Annotated[str, typer.Option(help="minimal, recommended or strict.")]
FailOn = Annotated[str, typer.Option(help="error, warning, info or never.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        help="text, concise, json, github, summary, gitlab, sarif or junit; several with files.",
    ),
]
ChangedSince = Annotated[
    str, typer.Option(metavar="REF", help="Report what a change since REF touches.")
]
Staged = Annotated[bool, typer.Option("--staged", help="Report what the next commit touches.")]
Scheduled = Annotated[bool, typer.Option("--scheduled", help="Let what merely aged fail, too.")]
Now = Annotated[str, typer.Option(metavar="DATE", help="Check as if it were this day.")]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Take this baseline.")]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Take none.")]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Know all that is found from now on.")
]
PruneBaseline = Annotated[bool, typer.Option("--prune-baseline", help="Forget what was mended.")]
Fix = Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Mend what changes words, too; read the diff.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would be mended.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count findings by rule.")]
StdinFilename = Annotated[
    str, typer.Option(metavar="PATH", help="Check standard input as this file.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again on every change.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for all.")
]
