from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from enablekit.exporters import enablekit_json, front_matter_schema
from enablekit.model.audience import Audience
from enablekit.usecases.load import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_exported_fits_the_published_schema(audience: Audience) -> None:
    publication = load(EXAMPLE, now="2026-11-01", audience=audience)

    data = json.loads(enablekit_json.export(publication))

    schema = enablekit_json.schema()
    Draft202012Validator.check_schema(schema)
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(data)]
    assert errors == []
    assert len(data["assets"]) == len(publication.compiled) > 0


def test_the_schema_refuses_what_is_not_in_the_model() -> None:
    publication = load(EXAMPLE, now="2026-11-01")
    data = json.loads(enablekit_json.export(publication))
    data["assets"][0]["guide"]["surprise"] = 1

    errors = list(Draft202012Validator(enablekit_json.schema()).iter_errors(data))

    assert ["surprise" in error.message for error in errors] == [True]


def test_the_example_is_written_as_the_front_matter_schema_says() -> None:
    schema = front_matter_schema.schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    checked = 0
    for path in sorted(EXAMPLE.glob("assets/**/*.md")):
        text = path.read_text("utf-8")
        if not text.startswith("---\n"):
            continue
        front = yaml.load(text.split("\n---\n", 1)[0][4:], Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        errors = [
            f"{path.name}: {error.json_path} {error.message}"
            for error in validator.iter_errors(_typed(front))
        ]
        assert errors == []
        checked += 1
    assert checked > 15


NUMBERS = {"seconds", "prep", "buyer", "present", "pass", "review_every"}
FLAGS = {"skip_if_short", "draft"}


def _typed(value: object, key: str = "") -> object:
    """Give numbers and flags their types back; the loader reads texts, as an editor shows them."""
    if isinstance(value, dict):
        return {name: _typed(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_typed(one, key) for one in value]
    if key in NUMBERS and isinstance(value, str):
        return int(value)
    return value == "true" if key in FLAGS else value
