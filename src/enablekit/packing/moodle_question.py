"""What Moodle's two formats for questions share: names, categories, fractions and feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.item_explanation import explanation
from enablekit.packing.moodle_pairs import numbered_answers
from enablekit.packing.pairing import PAIRED, pairing
from enablekit.packing.question_text import as_html, named_for, on_one_line

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

# Moodle knows no other parts of a hundred, and refuses a question that has another:
# https://docs.moodle.org/en/Multiple_Choice_question_type
_PARTS = (
    "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10",
)  # fmt: skip
_FEWEST = 2  # Moodle refuses a choice of fewer options
_TOPMOST = "top"
_TYPED = frozenset({"numeric", "short"})


def asked_by_moodle(compiled: Compiled) -> tuple[Item, ...]:
    """Return the items of an asset that Moodle can ask, which is all but a choice of one option."""
    return tuple(
        item
        for item in compiled.check.pool
        if item.form in _TYPED or len(item.options) >= _FEWEST or item.form in PAIRED
    )


def lacks_moodle_questions(compiled: Compiled) -> str:
    """Say that an asset has nothing that Moodle can ask."""
    if not compiled.check.items:
        return "has no check"
    return "" if asked_by_moodle(compiled) else "has no question that Moodle can ask"


def is_paired(item: Item) -> bool:
    """Tell whether an item becomes pairs: also a choice with more keys than Moodle has parts."""
    return item.form in PAIRED or sum(one.correct for one in item.options) > len(_PARTS)


def fractions(item: Item) -> tuple[str, ...]:
    """
    Return what each option of a choice is worth, in percent.

    Several keys share a hundred, and a wrong option takes all of it away, so that ticking
    everything is worth nothing.
    """
    keys = sum(option.correct for option in item.options)
    several = item.form == "multiple"
    wrong = "-100" if several else "0"
    right = _PARTS[max(keys, 1) - 1]
    return tuple(right if option.correct else wrong for option in item.options)


def category(parcel: Parcel, compiled: Compiled) -> str:
    """
    Return the path of the category for the questions of an asset.

    Slashes in names are doubled, and a name that begins or ends with one gets a blank there, as
    Moodle writes such names itself (`assemble_category_path` in
    https://github.com/moodle/moodle/blob/main/public/question/format.php). Backslashes go, since
    GIFT cannot write them here.
    """
    asset = compiled.guide.asset
    names = (parcel.publication.name, asset.title)
    # Without a context in front it is the bank that somebody imports into.
    return "/".join((_TOPMOST, *(_part(name, asset.id) for name in names)))


def _part(name: str, otherwise: str) -> str:
    plain = named_for(name.replace("\\", ""), otherwise)
    # Moodle takes this for its own topmost category, and leaves the questions where it just was.
    plain = plain.capitalize() if plain == _TOPMOST else plain
    start = " " if plain.startswith("/") else ""
    end = " " if plain.endswith("/") else ""
    return f"{start}{plain.replace('/', '//')}{end}"


def asked(item: Item, wording: Wording) -> str:
    """
    Return the question as HTML; what is counted follows it, since the field has no room.

    Answers that are too long for Moodle's list of them follow it too, with their numbers.
    """
    unit = f" ({item.number.unit})" if item.number and item.number.unit else ""
    numbered = numbered_answers(pairing(item, wording)) if is_paired(item) else ()
    listed = "".join(f"<li>{as_html(answer)}</li>" for answer in numbered)
    return as_html(wording.told(item.stem) + unit) + (f"<ol>{listed}</ol>" if listed else "")


def explained(item: Item, wording: Wording) -> str:
    """
    Return what everybody reads afterwards, as HTML.

    What is said to an option stands here too where the form has no room for it beside the option.
    """
    said = [as_html(one) for one in explanation(item, wording)]
    if is_paired(item) or item.form in _TYPED:
        said += [
            f"{as_html(one.text)}: {as_html(wording.told(one.feedback))}"
            for one in item.options
            if one.feedback
        ]
    return "".join(f"<p>{one}</p>" for one in said if one)


def accepted(item: Item) -> tuple[str, ...]:
    """Return the answers that count for a short answer; a star stands for itself."""
    answers = (on_one_line(option.text) for option in item.options)
    return tuple(dict.fromkeys(answer.replace("*", r"\*") for answer in answers))
