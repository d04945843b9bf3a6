"""The published validator of xAPI statements, run as its users run it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PROGRAM = """
const rules = require(`${process.argv[1]}/@learninglocker/xapi-validation/dist/factory.js`);
const statements = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = statements.map((one) => rules.statement(one, ["statement"]).map(String));
process.stdout.write(JSON.stringify(found));
"""


def warnings(statements: Sequence[dict[str, Any]], clients: Path) -> list[list[str]]:
    """Return the warnings about each statement."""
    done = subprocess.run(
        ["node", "-e", _PROGRAM, str(clients)],
        input=json.dumps(list(statements)),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found
