"""What `enablekit find` says: the corrections, the reasons and the gaps."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from enablekit.encoding.wording import Wording
from enablekit.ranking.reasons import patterns
from enablekit.ranking.rules import POINTS

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"


def find(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "enablekit", "find", *words, "-C", EXAMPLE, "--now", "2026-11-01"],
        capture_output=True, check=False, encoding="utf-8", timeout=120,
    )  # fmt: skip


def test_a_misspelt_sentence_is_offered_and_not_called_a_gap() -> None:
    done = find("our cfo says invoces are alwas late")
    assert done.returncode == 1
    assert done.stdout.startswith("Did you mean “our cfo says invoices are always late”?\n")
    assert "Nothing fits.\n" in done.stdout
    assert "a piece to write" not in done.stdout


def test_known_words_that_fit_nothing_are_a_gap() -> None:
    done = find("zeppelin")
    assert done.returncode == 1
    assert done.stdout.startswith("Nothing fits. Try other words")
    assert "Did you mean" not in done.stdout


def test_the_reasons_are_those_of_the_site() -> None:
    done = find("something for linkedin in 5 minutes")
    assert "   Why   Works by LinkedIn · Fits into 5 minutes\n" in done.stdout
    assert ": It takes longer than 5 minutes.\n" in done.stdout
    assert ": It is not for buyers’ eyes. (audience)\n" in done.stdout


def test_a_battlecard_waits_until_its_rival_is_named_or_chosen() -> None:
    assert "Battlecard" not in find("our cfo says invoices are always late").stdout
    assert "Battlecard: Ledgerline" in find("our cfo looks at Ledgerline").stdout
    chosen = find("--competitor", "ledgerline")
    assert "Battlecard: Ledgerline" in chosen.stdout
    assert "   Why   Against Ledgerline\n" in chosen.stdout


def test_a_rival_nobody_knows_is_refused_with_the_one_that_was_meant() -> None:
    done = find("--competitor", "legerline")
    assert done.returncode == 2
    assert "`legerline` is not a competitor of this project" in done.stderr
    assert "Did you mean `ledgerline`?" in done.stderr


def test_programs_are_told_the_correction() -> None:
    told = json.loads(find("invoces", "--json").stdout)
    assert told["schema"] == "enablekit.find/1"
    assert told["suggestion"] == "invoices"
    assert json.loads(find("invoices", "--json").stdout)["suggestion"] == ""


@pytest.mark.parametrize("name", POINTS)
def test_there_are_words_for_whatever_earns_points(name: str) -> None:
    said = patterns(Wording())
    assert said[f"why-{name}"]
    assert said[f"lacks-{name}"]
    assert name == "words" or said[f"unknown-{name}"]
