from __future__ import annotations

import datetime as dt

import pytest

from enablekit.config.project import Config
from enablekit.extend.surroundings import Surroundings
from enablekit.model.audience import Audience
from enablekit.model.finding import Severity
from enablekit.model.library import Library
from enablekit.model.source import SourceFile
from enablekit.model.vocabulary import Vocabulary
from enablekit.parsing.asset import parse
from enablekit.rules import over_time


@pytest.mark.parametrize(
    ("words", "weights"),
    [(160, []), (165, [Severity.WARNING]), (183, [Severity.WARNING]), (190, [Severity.ERROR])],
)
def test_words_faster_than_people_read_aloud_are_an_error(
    words: int, weights: list[Severity]
) -> None:
    said = "word " * words
    text = (
        f"---\ntitle: T\nenablement:\n  presenting:\n    - {{seconds: 60, say: {said}}}\n---\nA\n"
    )
    asset, _ = parse(SourceFile(path="a.md", data=text.encode()), Config())
    assert asset is not None
    library = Library(assets=(asset,), vocabulary=Vocabulary(), audience=Audience.INTERNAL)
    around = Surroundings(
        library=library, config=Config(), today=dt.date(2026, 11, 1), sources={"a.md": text}
    )
    assert [one.severity for one in over_time.check(asset, around)] == weights
