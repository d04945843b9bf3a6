"""Comprehension items: what is asked, what is right, and why."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.audience import Audience
from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """
    One answer a learner may choose.

    Attributes:
        text: The words.
        correct: Whether it is a key; in a sorting item, whether it belongs to the first group.
        feedback: What to say to whoever chose it; may be empty.

    """

    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """
    The number that answers a question.

    Attributes:
        value: The number in plain digits with a point, such as `14` or `-2.5`.
        tolerance: How far off an answer may be, in the same form.
        unit: What is counted, as shown beside the field; may be empty.

    """

    value: str
    tolerance: str = "0"
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenItem:
    """
    An item a person wrote, in the front matter or as a task list in the body.

    Attributes:
        stem: The question.
        options: Keys and distractors, in the order they were written; for an ordering item the
            steps in the right order, for a matching item what may be matched, for a short answer
            the answers that count.
        form: A form of `Item`; empty for a choice, which has one key or several.
        prompts: For matching, what an option has to be found for.
        matches: For matching, the place of the right option for each prompt, counted from 0.
        number: For a numeric item, the answer.
        rationale: Why the key is right; may be empty.
        tests: The id of the must-know it tests; may be empty.
        name: What its author calls it, which makes up its id; its stem does if this is empty.
        span: Where it stands.
        keys_first: Whether the keys come first because they were written apart, so that the order
            says nothing and must be mixed.
        audience: Who may take it; None means whoever may read the asset.

    """

    stem: str
    options: tuple[Option, ...]
    span: Span
    form: str = ""
    prompts: tuple[str, ...] = ()
    matches: tuple[int, ...] = ()
    number: Number | None = None
    rationale: str = ""
    tests: str = ""
    name: str = ""
    keys_first: bool = False
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    An item ready to be taken.

    Attributes:
        id: Stable: twelve hex digits of SHA-256 over kind, source path and normalised fact, or over
            the asset and the name its author gave it.
        kind: The question kind that made it, such as `objection-response`.
        form: `single` (one key), `multiple` (several keys), `sorting` (two groups), `ordering`,
            `matching` (an option for each prompt), `numeric` (a number is typed) or `short` (a word
            or two are typed).
        stem: The question.
        options: What may be chosen, in the order to show; for a short answer, the answers that
            count. In a matching item, an option that fits no prompt is not `correct`.
        groups: For sorting, the names of the group of correct options and of the other group.
        order: For ordering, the places of the options in the right order, counted from 0.
        prompts: For matching, what an option has to be found for, in the order to show.
        matches: For matching, the place of the right option for each prompt, counted from 0.
        number: For numeric, the answer.
        in_order: Whether the options stand in an order of their own, such as figures by size.
        rationale: Why the key is right, quoting the source.
        source: Where the fact stands.
        tests: The must-know it tests, or empty.
        objective: What a learner can do who answers it.
        bloom: Bloom level, given by the kind: `recall`, `understand`, `apply` or `analyse`.
        topics: Topic ids of the asset.
        written: Whether a person wrote the item itself.
        drawn: Whether it was made from the text alone, so that nobody has confirmed it.

    """

    id: str
    kind: str
    form: str
    stem: str
    options: tuple[Option, ...]
    rationale: str
    source: Span
    objective: str
    bloom: str
    groups: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    prompts: tuple[str, ...] = ()
    matches: tuple[int, ...] = ()
    number: Number | None = None
    in_order: bool = False
    tests: str = ""
    topics: tuple[str, ...] = ()
    written: bool = False
    drawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """
    The comprehension check of one asset.

    Attributes:
        asset: The asset's id.
        items: What is asked the first time, written items first.
        more: What further draws can ask besides.
        draws: For each time it is taken, the ids of the items to ask; after the last, the first
            again. Empty when there is nothing to ask.
        pass_mark: Percent of items to answer correctly.
        why_empty: What is missing when there are no items; empty otherwise.

    """

    asset: str
    items: tuple[Item, ...] = ()
    more: tuple[Item, ...] = ()
    draws: tuple[tuple[str, ...], ...] = ()
    pass_mark: int = 80
    why_empty: str = ""

    @property
    def pool(self) -> tuple[Item, ...]:
        """Everything that can be asked."""
        return (*self.items, *self.more)
