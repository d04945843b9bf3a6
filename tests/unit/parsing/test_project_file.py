from __future__ import annotations

import pytest

from enablekit.config.project import Config
from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.parsing import project_file


def read(text: str) -> tuple[Config, tuple[Finding, ...]]:
    return project_file.read("enablekit.yaml", text.encode())


def test_a_vocabulary_keeps_its_order_and_names_what_has_no_name() -> None:
    config, findings = read(
        "stages:\n  evaluation: {}\n  awareness: {name: First look}\n"
        "pains:\n  late-payments: {says: We chase by phone.}\n"
    )

    assert findings == ()
    assert [one.id for one in config.vocabulary.stages] == ["evaluation", "awareness"]
    assert [one.name for one in config.vocabulary.stages] == ["Evaluation", "First look"]
    assert config.vocabulary.pains[0].name == "Late payments"
    assert config.vocabulary.pains[0].says == "We chase by phone."


def test_a_plain_list_of_words_is_a_vocabulary_too() -> None:
    config, findings = read("topics: [pricing, {id: security, name: Security and trust}]\n")

    assert findings == ()
    assert [(one.id, one.name) for one in config.vocabulary.topics] == [
        ("pricing", "Pricing"),
        ("security", "Security and trust"),
    ]


def test_an_unknown_setting_is_an_error_with_the_one_meant() -> None:
    _, findings = read("name: Guide\naudiance: internal\n")

    assert [one.code for one in findings] == ["EK901"]
    assert findings[0].help == "Did you mean `audience`?"
    assert findings[0].span.line == 2


def test_a_preset_brings_its_fields_and_the_project_adds_to_them() -> None:
    config, findings = read("preset: hugo\nfields: {summary: [ogSummary]}\naudience: partner\n")

    assert findings == ()
    assert dict(config.fields)["summary"] == ("ogSummary",)
    assert dict(config.fields)["updated"] == ("lastmod",)
    assert config.include[0].startswith("content/")
    assert config.audience is Audience.PARTNER


def test_a_type_can_be_changed_and_a_new_one_modelled_on_another() -> None:
    config, findings = read(
        "asset_types:\n  deck: {review_every: 30}\n"
        "  brochure: {like: one-pager, requires: [tldr]}\n"
        "types: {brochure: ['print/**']}\n"
    )

    assert findings == ()
    assert config.asset_type("deck").review_days == 30
    assert config.asset_type("brochure").label == "Brochure"
    assert config.asset_type("brochure").requires == ("tldr",)
    assert config.types == (("brochure", ("print/**",)),)


def test_a_type_that_does_not_exist_cannot_be_given_to_a_path() -> None:
    _, findings = read("types: {batlecard: ['b/**']}\n")

    assert findings[0].help == "Did you mean `battlecard`?"


def test_a_requirement_that_is_no_field_is_reported() -> None:
    config, findings = read("asset_types: {deck: {requires: [tldr, objektions]}}\n")

    assert [one.code for one in findings] == ["EK901"]
    assert config.asset_type("deck").requires == ("tldr",)


@pytest.mark.parametrize("address", ["https://guides.example.org", "http://intra:8080/field///"])
def test_the_address_of_the_site_ends_with_one_slash(address: str) -> None:
    config, findings = read(f"site_url: {address}\n")

    assert findings == ()
    assert config.site_url == address.rstrip("/") + "/"


@pytest.mark.parametrize(
    "address",
    [
        "guides.example.org",
        "/field/",
        "javascript:x",
        "https://",
        "http://[x/",
        "https://a/?b",
        "ftp://a/",
    ],
)
def test_what_is_no_address_of_a_site_is_reported_with_an_example(address: str) -> None:
    config, findings = read(f"site_url: '{address}'\n")

    assert config.site_url == ""
    assert [one.code for one in findings] == ["EK901"]
    assert findings[0].help == "Write it as https://guides.example.org/"


def test_full_text_search_is_on_off_or_left_to_what_is_installed() -> None:
    wanted = {"auto": "auto", "on": "on", "off": "off", "true": "on", '"no"': "off", "Off": "off"}

    for written, meant in wanted.items():
        config, findings = read(f"search: {written}\n")
        assert (config.search, findings) == (meant, ())
    for wrong in ("of", "[on]", "{}", ""):
        config, findings = read(f"search: {wrong}\n")
        assert config.search == "auto"
        assert [one.code for one in findings] == ([] if wrong == "" else ["EK901"])
