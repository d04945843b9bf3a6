"""Counts in how many files of two public repositories each rule fires, for its page."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from enablekit.model.diagnosis import Profile
from enablekit.usecases.check import Request, check

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
MEASURED = Path(__file__).parent / "measured_rules.json"
_DAY = "2026-11-22"


def main() -> None:
    """Measure anew; what people found when they read findings stays as it is."""
    measured: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    files: dict[str, int] = {}
    rules: dict[str, dict[str, int]] = defaultdict(dict)
    for name in measured["files"]:
        root = CORPORA / f"dev-{name}"
        if not root.is_dir():
            sys.exit("The public repositories are not beside the checkout.")
        found = check(Request(start=root, policy=_strict, now=_DAY, use_baseline=False)).report
        files[name] = len(found.checked)
        for code in sorted({one.code for one in found.findings}):
            paths = {one.span.path for one in found.findings if one.code == code}
            rules[code][name] = len(paths)
    whole = {code: {name: rules[code].get(name, 0) for name in files} for code in sorted(rules)}
    measured |= {"files": files, "rules": whole}
    MEASURED.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


def _strict(given: Any) -> Any:  # noqa: ANN401 - a policy, whatever it holds
    return type(given)(profile=Profile.STRICT)


if __name__ == "__main__":
    main()
