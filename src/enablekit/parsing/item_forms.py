"""The parts of an item that is matched or put in order, and what is missing in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.item import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 2  # pairs or steps; with one there is nothing to find out


class Formed(NamedTuple):
    """
    The parts of an item.

    Attributes:
        form: As in `Item.form`.
        options: As in `WrittenItem.options`.
        prompts: As in `WrittenItem.prompts`.
        matches: As in `WrittenItem.matches`.
        wrong: What is wrong, each with its repair; empty when the item can be asked.

    """

    form: str
    options: tuple[Option, ...]
    prompts: tuple[str, ...] = ()
    matches: tuple[int, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()


def matching(pairs: Sequence[tuple[str, str]], decoys: Sequence[str] = ()) -> Formed:
    """Put a matching item together; an answer that several prompts share is one option."""
    whole = [(prompt, answer) for prompt, answer in pairs if prompt and answer]
    answers = list(dict.fromkeys(answer for _, answer in whole))
    others = [one for one in dict.fromkeys(decoys) if one not in answers]
    prompts = tuple(dict.fromkeys(prompt for prompt, _ in whole))
    first = dict(reversed(whole))
    options = [
        *(Option(text=one, correct=True) for one in answers),
        *(Option(text=one, correct=False) for one in others),
    ]
    return Formed(
        form="matching",
        options=tuple(options),
        prompts=prompts,
        matches=tuple(answers.index(first[prompt]) for prompt in prompts),
        wrong=tuple(_wrong_pairs(pairs, prompts, first)),
    )


def _wrong_pairs(
    pairs: Sequence[tuple[str, str]], prompts: Sequence[str], first: dict[str, str]
) -> list[tuple[str, str]]:
    wrong = []
    for prompt, answer in pairs:
        if prompt and not answer:
            wrong.append((f"“{prompt}” has no answer", "Write what belongs to it beside it"))
        elif prompt in first and first[prompt] != answer:
            wrong.append(
                (
                    f"“{prompt}” stands there twice, with “{first[prompt]}” and “{answer}”",
                    "Keep the pair that is right",
                )
            )
    if len(prompts) < _FEWEST:
        wrong.append(("there are fewer than two pairs", "Add a pair, or ask for one answer"))
    return wrong


def ordering(steps: Sequence[Option]) -> Formed:
    """Put an ordering item together."""
    texts = [step.text for step in steps]
    twice = [text for place, text in enumerate(texts) if text in texts[:place]]
    wrong = [
        (f"“{text}” stands there twice, so its place is not clear", "Word one of the two otherwise")
        for text in dict.fromkeys(twice)
    ]
    if len(texts) < _FEWEST:
        wrong.append(("there are fewer than two steps", "Add a step, or ask for one answer"))
    return Formed(form="ordering", options=tuple(steps), wrong=tuple(wrong))
