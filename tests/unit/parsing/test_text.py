from __future__ import annotations

import pytest

from enablekit.model.finding import Finding, Severity
from enablekit.parsing.text import decode


def one_finding(data: bytes) -> tuple[str, Finding]:
    text, findings = decode("a.md", data)
    assert len(findings) == 1, findings
    return text, findings[0]


def place(finding: Finding) -> tuple[int, int]:
    return finding.span.line, finding.span.column


@pytest.mark.parametrize("data", [b"", b"\n", b"one\ntwo", "é 日本 🙂\n".encode(), b"a\x0cb\n"])
def test_plain_utf8_is_returned_as_it_is(data: bytes) -> None:
    assert decode("a.md", data) == (data.decode(), ())


@pytest.mark.parametrize("data", [b"a\nb\nc", b"a\r\nb\r\nc", b"a\rb\rc", b"a\r\nb\rc"])
def test_every_line_end_becomes_a_line_feed(data: bytes) -> None:
    assert decode("a.md", data) == ("a\nb\nc", ())


def test_a_byte_order_mark_is_dropped_with_a_warning() -> None:
    text, finding = one_finding(b"\xef\xbb\xbf---\ntitle: x\n---\n")

    assert text.startswith("---\n")
    assert (finding.code, finding.severity) == ("EK103", Severity.WARNING)
    assert place(finding) == (1, 1)


def test_a_byte_that_is_no_utf8_is_named_with_its_place_and_what_it_meant() -> None:
    text, finding = one_finding(b"first\r\nrustdoc\x92s \xe9\n")

    assert text == "first\nrustdoc�s �\n"
    assert place(finding) == (2, 8)
    assert "0x92 at offset 14" in finding.message
    assert "2 such places" in finding.message
    assert "’" in finding.help
    assert "Windows-1252" in finding.help


def test_the_offset_of_a_bad_byte_counts_the_byte_order_mark() -> None:
    _, findings = decode("a.md", b"\xef\xbb\xbfab\xff")

    assert "offset 5" in findings[1].message
    assert place(findings[1]) == (1, 3)


def test_half_a_non_breaking_space_is_recognised() -> None:
    _, finding = one_finding(b"one\xc2 two")

    assert "non-breaking space" in finding.help


def test_a_byte_without_a_meaning_in_windows_1252_gets_no_guess() -> None:
    _, finding = one_finding(b"\x81")

    assert finding.help == "Save the file as UTF-8"


def test_a_replacement_character_that_is_really_there_is_no_bad_byte() -> None:
    assert decode("a.md", "was � here".encode()) == ("was � here", ())


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-32"])
def test_utf16_and_utf32_are_read_and_reported(codec: str) -> None:
    mark = b"\xfe\xff" if codec == "utf-16-be" else b""

    text, finding = one_finding(mark + "Grüße\r\n".encode(codec))

    assert text == "Grüße\n"
    assert finding.code == "EK103"
    assert finding.severity is Severity.ERROR


def test_half_a_character_of_utf16_loses_nothing_before_it() -> None:
    text, _ = one_finding(b"\xff\xfea\x00b")

    assert text == "a�"


def test_a_null_character_becomes_visible() -> None:
    text, finding = one_finding(b"one\r\ntw\x00o\x00")

    assert text == "one\ntw�o�"
    assert place(finding) == (2, 3)
    assert "2 times" in finding.message


def test_a_file_over_the_limit_is_not_read() -> None:
    text, findings = decode("a.md", b"x" * 11, limit=10)

    assert text == ""
    assert [finding.code for finding in findings] == ["EK908"]
    assert "11 bytes" in findings[0].message


def test_a_file_at_the_limit_is_read() -> None:
    assert decode("a.md", b"x" * 10, limit=10) == ("x" * 10, ())


def test_an_unfinished_merge_is_reported_from_its_first_to_its_last_mark() -> None:
    _, finding = one_finding(b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> new\nd\n")

    assert finding.code == "EK117"
    assert (finding.span.line, finding.span.end_line, finding.span.end_column) == (2, 6, 12)


def test_each_unfinished_merge_is_reported() -> None:
    merge = "<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> new\n"

    _, findings = decode("a.md", f"{merge}text\n{merge}<<<<<<< HEAD\n".encode())

    assert [finding.span.line for finding in findings] == [1, 7, 12]


@pytest.mark.parametrize(
    "text",
    [
        "Heading\n=======\n",
        "```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n",
        "<<<<<<<no merge\n",
        "a <<<<<<< b\n",
    ],
)
def test_what_only_looks_like_a_merge_is_left_alone(text: str) -> None:
    assert decode("a.md", text.encode())[1] == ()
