"""The script of the element: one small file that stands alone and says nothing by itself."""

from __future__ import annotations

import gzip
import re

from enablekit.adapters import bundled
from enablekit.packing.element import element_script

LARGEST = 10_000  # bytes, compressed


def test_the_script_is_small_with_its_styles_and_its_grading() -> None:
    script = element_script(bundled.parts())

    assert b"enablekitGrade = {" in script
    assert b":host" in script
    assert len(gzip.compress(script, 9)) <= LARGEST


def test_grading_comes_before_what_needs_it() -> None:
    script = element_script({"enablekit-check.js": "b();\n", "grade.js": "a();\n"})

    assert script == b"a();\nb();\n"


def test_the_script_asks_nobody_and_makes_no_html_of_texts() -> None:
    script = element_script(bundled.parts()).decode()

    assert re.findall(r"https?:", script) == []
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script) == []
    )
    assert script.count("fetch(new URL(") == 1
    assert re.findall(r"\.cookie|localStorage|sessionStorage", script) == []
