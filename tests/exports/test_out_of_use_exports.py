"""What is out of use is exported when somebody insists, and every file says so on its face."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pptx
import pytest
from pdf_reading import needs_poppler, run_together, text

from enablekit import registry
from enablekit.errors import UsageError
from enablekit.model.audience import Audience
from enablekit.usecases.export import Order, export

SAID = "Do not use this any more."
NOT_OF_AN_ASSET = {"ics", "review-ics", "schema", "front-matter-schema"}

GUIDANCE = """\
enablement:
  tldr: {text: "What late invoices cost.", audience: public}
  use_with: [{persona: cfo, when: "He asks why invoices are late.", audience: public}]
  stages: [decision]
  do_not_use_when: [{text: "The buyer has no invoices.", audience: public}]
  must_know:
    - {id: k1, statement: "A disputed invoice is paid 14 days later.", audience: public}
    - {id: k2, statement: "Nine percent of invoices are disputed.", audience: public}
  objections:
    - {they_say: "It costs too much.", respond: "It pays for itself in a year.", audience: public}
  check:
    audience: public
    items:
      - stem: How much later is a disputed invoice paid?
        key: 14 days
        distractors: [3 days, 90 days]
        rationale: The paper says so.
        audience: public
"""
TEXT = """\

# Late invoices

## What they cost

A disputed invoice is paid 14 days later than an undisputed one, because nobody owns its price.

## Where they start

Nine percent of all invoices are disputed, and most of these disputes start before sending.
"""
STATES = {
    "retired": "status: retired\n",
    "superseded": "superseded_by: newer\n",
    "replaced": "status: retired\nsuperseded_by: newer\n",
    "expired": "expires: 2026-01-01\n",
}


def project(folder: Path, state: str) -> Path:
    front = (
        f"title: Old paper\ntype: white-paper\naudience: public\nbecause: It is from 2020.\n{state}"
    )
    (folder / "old.md").write_text(f"---\n{front}{GUIDANCE}---\n{TEXT}", "utf-8")
    newer = f"title: Newer paper\ntype: white-paper\naudience: public\n{GUIDANCE}"
    (folder / "newer.md").write_text(f"---\n{newer}---\n{TEXT}", "utf-8")
    return folder


def forms() -> list[str]:
    return [one.NAME for one in registry.exporters() if one.NAME not in NOT_OF_AN_ASSET]


def words(name: str, data: bytes, folder: Path) -> str:
    """Return everything a file says, whatever it is."""
    if name.endswith(".pdf"):
        file = folder / "read.pdf"
        file.write_bytes(data)
        return text(file)
    if name.endswith(".docx"):
        return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)
    if name.endswith(".pptx"):
        return "\n".join(
            shape.text_frame.text
            for slide in pptx.Presentation(io.BytesIO(data)).slides
            for shape in slide.shapes
            if shape.has_text_frame
        )
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            return "\n".join(pack.read(one).decode("utf-8", "replace") for one in pack.namelist())
    return data.decode("utf-8", "replace")


def exported(out: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(out).as_posix(): file.read_bytes()
        for file in sorted(out.rglob("*"))
        if file.is_file()
    }


def order(folder: Path, form: str, *names: str, **more: object) -> Mapping[str, bytes]:
    """Export for a day when the old paper is out of use; return the files."""
    out = folder / "out"
    export(Order(start=folder, form=form, names=names, output=out, now="2026-11-01", **more))  # type: ignore[arg-type]  # any of its fields
    return exported(out)


@needs_poppler
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("form", forms())
def test_every_form_of_file_can_be_had_and_says_it(tmp_path: Path, form: str, state: str) -> None:
    project(tmp_path, STATES[state])
    with pytest.raises(UsageError, match="is out of use; --force exports it with a notice"):
        order(tmp_path, form, "old")
    assert not (tmp_path / "out").exists()
    files = order(tmp_path, form, "old", force=True)
    made = [run_together(words(name, data, tmp_path)).lower() for name, data in files.items()]
    assert any(run_together(SAID).lower() in one for one in made) or (
        form == "json" and _said_in_data(files["enablekit.json"])
    )


def _said_in_data(data: bytes) -> bool:
    [asset] = json.loads(data)["assets"]
    return bool(asset["guide"]["badge"]["state"] in {"retired", "superseded", "expired"})


def test_the_title_of_a_check_says_it_and_of_no_other(tmp_path: Path) -> None:
    project(tmp_path, STATES["replaced"])
    [data] = order(tmp_path, "csv", force=True).values()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    titles = {row["asset"]: row["title"] for row in rows}
    assert titles == {"old": f"{SAID} Old paper", "newer": "Newer paper"}


def test_a_guide_keeps_its_title_and_has_the_notice_once(tmp_path: Path) -> None:
    project(tmp_path, STATES["replaced"])
    guide = order(tmp_path, "markdown", "old", force=True)["old.md"].decode()
    assert guide.startswith("# Old paper\n")
    assert guide.count(SAID) == 1
    assert "It is from 2020. Use “Newer paper” instead." in guide


@needs_poppler
@pytest.mark.parametrize("reader", [Audience.PARTNER, Audience.CUSTOMER, Audience.PUBLIC])
@pytest.mark.parametrize("form", forms())
def test_insisting_gives_nobody_else_more(tmp_path: Path, form: str, reader: Audience) -> None:
    project(tmp_path, STATES["superseded"])
    secret = (tmp_path / "old.md").read_text("utf-8").replace("It is from 2020.", "ZQXLEAK because")
    secret = secret.replace("  stages:", '  pitches: {ten_seconds: "ZQXLEAK said"}\n  stages:')
    (tmp_path / "old.md").write_text(f"{secret}\n::: notes\n\nZQXLEAK notes\n\n:::\n", "utf-8")
    try:
        files = order(tmp_path, form, "old", force=True, audience=reader)
    except UsageError as error:
        files, refused = {}, str(error)
    else:
        refused = ""
    # What is asked of others is made of what they may read, and that may be too little.
    assert files or refused.endswith(("has no check", "that GIFT can hold", "that Moodle can ask"))
    for name, data in files.items():
        assert "ZQXLEAK" not in name + words(name, data, tmp_path)


@pytest.mark.parametrize("form", forms())
def test_what_is_retired_is_for_nobody_outside(tmp_path: Path, form: str) -> None:
    project(tmp_path, STATES["retired"])
    with pytest.raises(UsageError, match="there is no asset `old` for customer"):
        order(tmp_path, form, "old", force=True, audience=Audience.CUSTOMER)
    assert not (tmp_path / "out").exists()
