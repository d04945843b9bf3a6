"""Every page of the example is valid HTML by the W3C's checker (`vnu.jar`, which needs Java)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from enablekit.model.audience import Audience
from enablekit.usecases.build import Request, build

CHECKER = "ENABLEKIT_HTML_CHECKER"  # the path of `vnu.jar`, as in npm's vnu-jar
EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"


@pytest.mark.parametrize("reader", [Audience.INTERNAL, Audience.CUSTOMER])
def test_every_page_is_valid(tmp_path: Path, reader: Audience) -> None:
    java, jar = shutil.which("java"), os.environ.get(CHECKER, "")
    if java is None or not Path(jar).is_file():
        pytest.skip("the W3C's checker or Java is not here")
    output = tmp_path / "site"
    build(Request(start=EXAMPLE, output=output, now="2026-11-01", audience=reader))
    pages = [str(path) for path in sorted(output.rglob("*.html"))]
    assert len(pages) > 20
    done = subprocess.run(
        [java, "-jar", jar, "--errors-only", "--format", "gnu", *pages],
        capture_output=True, check=False, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[:3000]
