from __future__ import annotations

import copy
import pickle

import pytest

from enablekit.model.audience import Audience
from enablekit.model.evidence import Drawn, Statistic
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import MustKnow, Objection
from enablekit.model.output import Unchanged
from enablekit.model.span import Span

SPAN = Span(path="a.md", line=3, column=1)
VALUES = (
    Unchanged(digest="0a", size=3, modified=4, inode=5),
    Drawn(text="A dispute costs 14 days.", span=SPAN),
    MustKnow(span=SPAN, audience=Audience.PARTNER, statement="It takes 9 days."),
    Guidance(objections=(Objection(span=SPAN, they_say="Too dear.", respond="It is not."),)),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda one: type(one).__name__)
def test_what_travels_arrives_as_it_was(value: object) -> None:
    arrived = pickle.loads(pickle.dumps(value))  # noqa: S301 - made in the same line

    assert arrived == value
    assert type(arrived) is type(value)
    assert hash(arrived) == hash(value)
    assert copy.deepcopy(value) == value


def test_a_part_of_another_class_keeps_its_own_fields() -> None:
    figure = Statistic(text="14 days", span=SPAN, figure="14 days")

    assert pickle.loads(pickle.dumps((figure, figure))) == (figure, figure)  # noqa: S301 - the same
