"""What the site says in another language: every word of its own, and nothing of the content."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from jinja2 import Environment, nodes
from markupsafe import Markup

from enablekit.encoding.plural import categories, category
from enablekit.encoding.wording import Wording, tag
from enablekit.model.phrase import phrase
from enablekit.model.strings import Strings
from enablekit.parsing import strings_file
from enablekit.site.markup import Linked
from enablekit.site.pages import render
from enablekit.site.templating import prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.model.publication import Publication

ROOT = Path(__file__).parents[3]
STRINGS = ROOT / "templates" / "strings"
SHIPPED = ("de", "fr", "es", "ja", "ar")
PLACEHOLDER = re.compile(r"\{/?\w*\}")


@pytest.fixture(scope="module")
def keys(listing: Any) -> dict[str, str]:  # noqa: ANN401 - a script has no type
    """Return every string with its plural."""
    return {key: one.plural for key, one in listing.used().items()}


def test_the_english_catalogue_has_every_string_that_is_said(listing: Any) -> None:  # noqa: ANN401 - a script
    written = (STRINGS / "en.yaml").read_text("utf-8")
    assert written == listing.catalogue(), "run python docs/list_strings.py"


@pytest.mark.parametrize("language", SHIPPED)
def test_a_catalogue_has_every_string_with_its_placeholders(
    language: str, keys: dict[str, str]
) -> None:
    file = STRINGS / f"{language}.yaml"
    if not file.is_file():
        pytest.skip("this language is still to come")
    english = (STRINGS / "en.yaml").read_text("utf-8")
    text = file.read_text("utf-8")
    strings, found = strings_file.read(language, [], [(file.name, text)], english)
    assert [str(one) for one in found] == []
    missing = [
        key
        for key, plural in keys.items()
        if key not in (strings.forms if plural else strings.words)
    ]
    assert missing == []
    for key, plural in keys.items():
        if plural:
            assert set(strings.forms[key]) in ({"other"}, set(categories(language))), key


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("fr-CA", {0: "one"}),
        ("ja", {0: "other", 1: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many",
                100: "other", 102: "other", 103: "few", 111: "many", 200: "other"}),
    ],
)  # fmt: skip
def test_a_number_takes_the_form_of_its_language(language: str, expected: dict[int, str]) -> None:
    assert {number: category(language, number) for number in expected} == expected


def test_a_date_stands_as_its_language_writes_it() -> None:
    french = Strings(
        language="fr",
        words={"1 {month} {year}": "1er {month} {year}", "October": "octobre"},
    )
    japanese = Strings(
        language="ja",
        words={"{day} {month} {year}": "{year}年{month}{day}日", "October": "10月"},
    )
    assert Wording(strings=french).day(dt.date(2026, 10, 1)) == "1er octobre 2026"
    assert Wording(strings=french).day(dt.date(2026, 10, 2)) == "2 octobre 2026"
    assert Wording(strings=japanese).day(dt.date(2026, 10, 2)) == "2026年10月2日"
    assert Wording().day(dt.date(2026, 10, 1)) == "1 October 2026"


@pytest.mark.parametrize(
    ("thousand", "shown"),
    [("1.000", "2.400.000"), ("1\u202f000", "2\u202f400\u202f000"), ("1000", "2400000"),
     ("nonsense", "2,400,000")],
)  # fmt: skip
def test_a_number_has_the_sign_of_its_language(thousand: str, shown: str) -> None:
    assert Wording(strings=Strings(words={"1,000": thousand})).number(2_400_000) == shown


def test_a_phrase_is_english_until_a_catalogue_knows_its_pattern() -> None:
    said = phrase("Verified on {day} by {name}", day=dt.date(2026, 10, 2), name="Ana")
    german = Strings(
        language="de",
        words={"Verified on {day} by {name}": "Von {name} am {day} geprüft",
               "{day} {month} {year}": "{day}. {month} {year}", "October": "Oktober"},
    )  # fmt: skip
    assert said == "Verified on 2 October 2026 by Ana"
    assert Wording().told(said) == "Verified on 2 October 2026 by Ana"
    assert Wording(strings=german).told(said) == "Von Ana am 2. Oktober 2026 geprüft"


def test_content_that_reads_like_a_string_of_the_site_stays_content() -> None:
    assert Wording(strings=Strings(words={"Say": "Sagen"})).told("Say") == "Say"


HOSTILE = """'"></script><b onclick=x>{{7*7}}{% raw %}&amp;<!--{0.__class__}{title.__init__}"""


def test_hostile_strings_and_values_are_never_markup() -> None:
    wording = Wording(strings=Strings(words={"Use {piece} instead.": HOSTILE + "{piece}"}))
    said = wording.html("Use {piece} instead.", piece=HOSTILE)
    assert isinstance(said, Markup)
    assert "<" not in said
    linked = wording.html("Use {piece} instead.", piece=Linked("a<b", "x.html?a&b"))
    assert str(linked).endswith('<a href="x.html?a&amp;b">a&lt;b</a>')
    assert linked.count("<") == 2


def test_a_value_that_looks_like_a_placeholder_stays_a_value() -> None:
    assert Wording().html("{kind}: {title}", kind="{title}", title="x") == "{title}: x"


def test_an_element_goes_around_the_words_that_a_language_puts_there() -> None:
    words = {"Back to the {guide}guide{/guide}.": "Zurück zum {guide}Leitfaden{/guide}."}
    said = Wording(strings=Strings(words=words)).html(
        "Back to the {guide}guide{/guide}.", guide=tag("a", href='"x"')
    )
    assert said == 'Zurück zum <a href="&#34;x&#34;">Leitfaden</a>.'


@pytest.mark.parametrize("strings", [HOSTILE, "{{ 7 * 7 }}", "</title><script>alert(1)</script>"])
def test_a_hostile_catalogue_leaves_every_page_sound(
    publication: Publication, templates: Mapping[str, str], keys: dict[str, str], strings: str
) -> None:
    catalogue = Strings(
        words={key: strings + "".join(PLACEHOLDER.findall(key)) for key in keys},
        forms={
            key: {"other": strings + "".join(PLACEHOLDER.findall(key))}
            for key, plural in keys.items()
            if plural
        },
    )
    site = render(dataclasses.replace(publication, strings=catalogue), templates).files
    for path, data in site.items():
        if path.endswith(".html"):
            text = data.decode()
            tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
            names = {str(name) for element in tree.iter() for name in element.attrib}
            assert not any(name.startswith("on") for name in names), path
            assert all(not one.text for one in tree.iter("script")), path
            assert "alert(1)</script>" not in text, path
            assert ">49" not in text, path


def test_strings_that_are_always_the_same_are_put_in_once() -> None:
    ready = prepared(
        {"a.j2": '{{ _("Say") }}{{ _("Use {piece} instead.", piece="<b>") }}'},
        Strings(words={"Say": "S&en"}),
    )
    assert ready.fill("a.j2", {}) == b"S&amp;enUse &lt;b&gt; instead."
    tree = ready.environment.compile('{{ _("Say") }}', raw=True)
    assert "S&amp;en" in tree


# What may stand in a template as it is: names of formats and files, and signs.
ALLOWED = {"A+"}
SPOKEN = re.compile(
    r"""\b(?:aria-label|aria-description|placeholder|title|alt|label|data-(?!do|put|key|form|for|item|id|copies|says
    |format|name|type|sieve|group|seconds|persona|asset|check|pass\b|needs|offline|feedback)[\w-]+)="([^"]*)\"""",
    re.VERBOSE,
)


def _text_of(template: str) -> str:
    """Return a template's own HTML, with every expression and statement replaced by nothing."""
    tree = Environment(autoescape=True).parse(template)
    return "".join(one.data for one in tree.find_all(nodes.TemplateData))


@pytest.mark.parametrize(
    "file", sorted((ROOT / "templates" / "site").glob("*.j2")), ids=lambda file: file.name
)
def test_no_template_says_a_word_that_is_not_a_string(file: Path) -> None:
    text = _text_of(file.read_text("utf-8"))
    said = re.findall(r">([^<>]*)<", text) + SPOKEN.findall(text)
    left = {one.strip() for one in said if re.search(r"[A-Za-z]{2}|^[A-Za-z]$", one.strip())}
    assert left - ALLOWED == set()


@pytest.mark.parametrize(
    "file", sorted((ROOT / "templates" / "site").glob("*.j2")), ids=lambda file: file.name
)
def test_no_expression_of_a_template_says_english(file: Path) -> None:
    tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
    calls = [
        one
        for one in tree.find_all(nodes.Call)
        if getattr(one.node, "name", "") in {"_", "_n", "forms"}
    ]
    wrapped = {id(each) for call in calls for each in call.args}
    loose = {
        one.value
        for output in tree.find_all(nodes.Output)
        for one in output.find_all(nodes.Const)
        if isinstance(one.value, str)
        and id(one) not in wrapped
        and re.search(r"[A-Z][a-z]|[a-z] [a-z]", one.value)
    }
    assert loose - {"enablekit verify", "enablekit status"} == set()
