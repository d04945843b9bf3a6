"""GIFT: read by gift-pegjs, and by the rules of Moodle's importer, back to the same texts."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from question_samples import (
    CHECKOUT,
    CLIENTS,
    ITEMS,
    NASTY,
    asked,
    item,
    only,
    options,
    parcel,
    shown,
    whole_example,
    with_text,
)

from enablekit.exporters import gift
from enablekit.model.audience import Audience

Parse = Callable[[str], list[dict[str, Any]]]
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def parse() -> Iterator[Parse]:
    """Return what parses GIFT with gift-pegjs."""
    node, package = shutil.which("node"), CLIENTS / "gift-pegjs"
    if (node is None or not package.exists()) and not os.environ.get("CI"):
        pytest.skip("gift-pegjs is not installed")
    script = CHECKOUT / "tests" / "exports" / "parse_gift.js"
    with subprocess.Popen(
        ["node", script, package], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as parser:
        assert parser.stdin is not None
        assert parser.stdout is not None
        stdin, stdout = parser.stdin, parser.stdout

        def run(text: str) -> list[dict[str, Any]]:
            stdin.write(json.dumps(text) + "\n")
            stdin.flush()
            answer = json.loads(stdout.readline())
            assert "error" not in answer, f"{answer}\n{text}"
            found: list[dict[str, Any]] = answer["questions"]
            return found

        yield run
        stdin.close()


def written(*items: Any, **fields: Any) -> str:  # noqa: ANN401 - items and what a parcel takes
    return only(gift.files(parcel(items or ITEMS, **fields))).decode("utf-8")


def questions(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in found if one["type"] != "Category"]


def seen(markup: str) -> str:
    """Return what a reader sees of HTML."""
    return shown(html.unescape(re.sub(r"<br>|<p>|</p>", " ", markup)))


def undecoded(text: str) -> str:
    """Return the right side of a pair, in which gift-pegjs 1.0.2 leaves its own placeholders."""
    return re.sub("&&(0[0-9]{2}|12[0-9]);", lambda found: chr(int(found[1])), text)


def test_every_form_is_read_as_its_own_type(parse: Parse) -> None:
    found = questions(parse(written()))

    assert [one["type"] for one in found] == [
        "MC", "MC", "Matching", "Matching", "Matching", "Numerical", "Short", "Numerical", "MC",
    ]  # fmt: skip
    assert [one["id"] for one in found] == [one.id for one in ITEMS]
    assert found[0]["tags"] == ["topic-pricing", "topic-cash flow", "kind-written", "bloom-recall"]
    assert found[8]["tags"][-1] == "drawn"


def test_what_is_right_is_right_for_the_reader_too(parse: Parse) -> None:
    single, several, sorting, ordering, matching, number, short, *_ = questions(parse(written()))

    assert [one["isCorrect"] for one in single["choices"]] == [False, True, False]
    assert single["choices"][1]["feedback"]["text"] == "About Time"
    assert [one["weight"] for one in several["choices"]] == [50, -100, 50, -100]
    assert pairs(sorting) == [
        ("They ask", "Use it"), ("They left", "Leave it alone"), ("They pay", "Use it"),
    ]  # fmt: skip
    assert pairs(ordering) == [("Last", "3"), ("First", "1"), ("Middle", "2")]
    assert pairs(matching) == [
        ("The CFO", "Calculator"), ("The engineer", "Brief"), ("", "Decoy"),
    ]  # fmt: skip
    assert number["choices"] == {"type": "range", "number": -14.5, "range": 0.3}
    assert [one["text"]["text"] for one in short["choices"]] == ["Thirty days", "30 days"]
    assert single["globalFeedback"]["text"] == "<p>Because the piece says so.</p>"
    assert "(days)" in number["stem"]["text"]


def pairs(question: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (seen(one["subquestion"]["text"]), seen(undecoded(one["subanswer"])))
        for one in question["matchPairs"]
    ]


@QUICK
@given(text=NASTY)
def test_any_text_comes_back_from_the_parser(parse: Parse, text: str) -> None:
    found = questions(parse(written(*with_text(text), title=text, name=text)))

    typed = "->" not in shown(text)  # see the test of arrows
    assert len(found) == 6 + typed
    unit = {"bbbbbbbbbb06": f"{text} ({text})"}
    for one in found:
        assert seen(one["stem"]["text"]) == shown(unit.get(one["id"], text)), one
        assert seen(one["globalFeedback"]["text"]).startswith(shown(text))
    single, several, sorting, ordering, matching = found[:5]
    assert seen(single["choices"][0]["text"]["text"]) == shown(text)
    assert seen(single["choices"][0]["feedback"]["text"]) == shown(f"About {text}")
    assert seen(several["choices"][1]["text"]["text"]) == shown(f"q{text}")
    assert pairs(sorting)[0] == (shown(f"{text} 1"), shown(text))
    assert pairs(ordering)[1] == (shown(f"{text} 2"), "1")
    assert pairs(matching)[0] == (shown(f"{text} 1"), shown(text))
    if typed:
        answer = found[6]["choices"][0]["text"]["text"]
        assert shown(answer) == shown(f"a{text}").replace("*", r"\*")


def as_moodle_reads(block: str) -> dict[str, Any]:
    """
    Read one question by the rules of Moodle's importer, question/format/gift/format.php.

    Escaped marks are put aside first; then the first braces hold the answers, the last four
    hashes the general feedback, and a tilde anywhere makes it a multiple choice.
    """
    lines = ["" if one.strip().startswith("//") else one for one in block.split("\n")]
    aside = {mark: chr(0xE000 + at) for at, mark in enumerate(":#={}~n")}
    text = re.sub(
        r"\\(\\|[:#={}~n])",
        lambda found: "\ue0ff" if found[1] == "\\" else aside[found[1]],
        "\n".join(lines).strip(),
    )

    def back(words: str) -> str:
        for mark, put in aside.items():
            words = words.replace(put, "\n" if mark == "n" else mark)
        return words.replace("\ue0ff", "\\").strip()

    assert text.startswith("::")
    name, text = text[2:].split("::", 1)
    assert text.endswith("}")
    start, end = text.index("{"), text.index("}")
    assert end == len(text) - 1
    stem, inside = text[:start].strip(), text[start + 1 : end].strip()
    assert stem.startswith("[html]")
    inside, _, feedback = inside.rpartition("####") if "####" in inside else (inside, "", "")
    inside = inside.strip()
    if inside.startswith("#"):
        kind, answers = "numerical", [inside[1:]]
    elif "~" in inside:
        kind, answers = "multichoice", [one for one in re.split("~|(?==)", inside) if one.strip()]
    elif "=" in inside and "->" in inside:
        kind, answers = "match", inside.split("=")[1:]
    else:
        kind, answers = "shortanswer", inside.split("=")[1:]
    return {
        "kind": kind, "name": back(name), "stem": back(stem.removeprefix("[html]")),
        "answers": [back(one) for one in answers], "feedback": back(feedback),
    }  # fmt: skip


def test_by_moodles_rules_every_form_is_its_own_type() -> None:
    blocks = written().strip().split("\n\n")

    assert blocks[0] == "$CATEGORY: top/Field guide/The piece"
    assert [as_moodle_reads(one)["kind"] for one in blocks[1:]] == [
        "multichoice", "multichoice", "match", "match", "match", "numerical", "shortanswer",
        "numerical", "multichoice",
    ]  # fmt: skip


@QUICK
@given(text=NASTY)
def test_any_text_comes_back_by_moodles_rules(text: str) -> None:
    blocks = written(*with_text(text)).strip().split("\n\n")[1:]

    found = [as_moodle_reads(one) for one in blocks]
    assert [one["kind"] for one in found[:6]] == [
        "multichoice", "multichoice", "match", "match", "match", "numerical",
    ]  # fmt: skip
    assert all(seen(one["stem"]) == shown(text) for one in found if one["kind"] != "numerical")
    first, _, _ = found[0]["answers"][0].removeprefix("=").partition("#")
    assert found[0]["answers"][0].startswith("=")
    assert not re.match(r"%|\[", first)
    assert len(found[0]["answers"]) == 2
    assert len(found[1]["answers"]) == 3
    assert [len(one["answers"]) for one in found[2:5]] == [2, 2, 2]
    left, _, right = found[2]["answers"][0].partition("->")
    assert (seen(left), seen(right)) == (shown(f"{text} 1"), shown(text))
    if len(found) > 6:
        assert found[6]["kind"] == "shortanswer"


@QUICK
@given(text=st.text())
def test_no_line_of_an_export_is_a_comment_but_ours(text: str) -> None:
    lines = written(*with_text(f"x{text}")).splitlines()

    comments = [one for one in lines if one.strip().startswith("//")]
    assert all(one.startswith("// [id:bbbbbbbbbb0") for one in comments)


def test_a_typed_answer_with_an_arrow_is_left_out_because_it_would_become_a_pair() -> None:
    mixed = item("cccccccccc01", "short", options=options("A -> B", "from A to B", right=(0, 1)))
    alone = item("cccccccccc02", "short", options=options("A -> B"))

    text = written(mixed, alone)

    assert "from A to B" in text
    assert "->" not in text
    assert "cccccccccc02" not in text
    assert gift.lacks(parcel((alone,)).compiled[0]) == "has no question that GIFT can hold"


def test_what_moodle_puts_in_the_place_of_marks_is_not_taken_for_a_mark() -> None:
    """`escapedchar_post` in question/format/gift/format.php makes a colon of every `&&058;`."""
    odd = item("cccccccccc05", "short", stem="Is &&058; kept?", options=options("&&058;", "x"))

    text = written(odd)

    assert "::Is & &058; kept?::[html]Is &amp;&amp;058; kept?" in text
    assert "&&" not in text
    assert "=%100%[plain]x" in text


def test_answers_too_long_for_moodles_list_stand_in_the_question_with_numbers(
    parse: Parse,
) -> None:
    pairs_ = item(
        "cccccccccc06", "matching", options=options("a = b " * 60, "c"), prompts=("One", "Two"),
        matches=(0, 1),
    )  # fmt: skip

    (found,) = questions(parse(written(pairs_)))

    assert "<ol><li>a = b a = b" in found["stem"]["text"]
    assert [right[:8] for _, right in pairs(found)] == ["1. a = b", "2. c"]
    assert all(len(right) <= 255 for _, right in pairs(found))


@pytest.mark.parametrize("sign", ["%", "[", "->"])
def test_an_answer_to_choose_is_no_longer_for_moodle_than_it_may_be(sign: str) -> None:
    """A longer one ends the whole import: see `pairs_as_html`."""
    long = f"{sign} of the invoices " + "that are late " * 16 + "x" * 40
    pairs_ = item(
        "cccccccccc07", "matching", options=options(long[:254], f"{sign} {sign} {long}"),
        prompts=("One", "Two"), matches=(0, 1),
    )  # fmt: skip

    (block,) = written(pairs_).strip().split("\n\n")[1:]

    answers = as_moodle_reads(block)["answers"]
    right = [one.partition("->")[2].strip() for one in answers]
    assert len(right) == 2
    assert all(200 < len(one) <= 255 for one in right)


def test_a_choice_of_one_option_is_left_out_because_moodle_refuses_it() -> None:
    alone = item("cccccccccc03", "single", options=options("Only this"))

    assert gift.lacks(parcel((alone,)).compiled[0]) == "has no question that Moodle can ask"


def test_more_right_options_than_moodle_can_share_a_mark_among_become_pairs(parse: Parse) -> None:
    texts = [f"Option {number}" for number in range(13)]
    many = item("cccccccccc04", "multiple", options=options(*texts, right=range(11)))

    (found,) = questions(parse(written(many)))

    assert pairs(found)[10:12] == [("Option 10", "Right"), ("Option 11", "Not right")]


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.CUSTOMER])
def test_the_whole_example_is_read(parse: Parse, audience: Audience) -> None:
    given_parcel = whole_example(audience)

    found = parse(only(gift.files(given_parcel)).decode("utf-8"))

    assert [one["id"] for one in questions(found)] == [one.id for one in asked(given_parcel)]
    assert len(found) - len(questions(found)) == len(given_parcel.compiled)


def test_two_exports_have_the_same_bytes_and_no_file_name_of_the_project() -> None:
    first = gift.files(parcel(audience=Audience.CUSTOMER))

    assert first == gift.files(parcel(audience=Audience.CUSTOMER))
    assert b"secret-folder" not in only(first)
    assert b"4711" not in only(first)
