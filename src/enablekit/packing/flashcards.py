"""Items as cards: a question in front; the answer, why, and where it comes from on the back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.encoding.wording import Wording
from enablekit.extend.item_in_words import in_words
from enablekit.packing.item_explanation import explanation
from enablekit.packing.item_tags import tags
from enablekit.packing.pairing import pairing
from enablekit.packing.question_text import as_html, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel

_CHOICE = frozenset({"single", "multiple"})
_BETWEEN_DECKS = "::"
# The last would become one character with the end of a tag before it: Anki stores texts as NFC.
_MARKS = (
    ("\t", " "), ("[", "&#91;"), ("{{", "{<wbr>{"), ("\\(", "\\<wbr>("), ("\u0338", "&#824;"),
)  # fmt: skip
# Anki centres what it shows, which makes lists hard to read.
_SIDE = '<div style="text-align:start">{}</div>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """
    A card.

    Attributes:
        guid: Tells the card from all others, and stays when its texts change.
        deck: The deck it belongs to, below the one of the project.
        front: The question, as HTML.
        back: The answer, as HTML.
        tags: Labels without blanks.

    """

    guid: str
    deck: str
    front: str
    back: str
    tags: tuple[str, ...]


def cards(parcel: Parcel) -> tuple[Card, ...]:
    """Return a card for each item of each asset."""
    wording = Wording(strings=parcel.publication.strings)
    return tuple(
        Card(
            guid=f"enablekit-{item.id}",
            deck=_deck(parcel.publication.name, one.guide.asset.title),
            front=_SIDE.format(_front(in_words(item, wording), wording)),
            back=_SIDE.format(_back(in_words(item, wording), wording, one.guide.asset.title)),
            tags=tuple("_".join(tag.split()) for tag in tags(item, between=_BETWEEN_DECKS)),
        )
        for one in parcel.compiled
        for item in one.check.pool
    )


def _deck(*names: str) -> str:
    """Return the path of a deck; a name cannot hold quotation marks or what parts decks."""
    plain = (on_one_line(name).replace('"', "'").replace("::", ":").strip(":") for name in names)
    return _BETWEEN_DECKS.join(name or "-" for name in plain)


def _front(item: Item, wording: Wording) -> str:
    stem = _shown(wording.told(item.stem))
    texts = tuple(option.text for option in item.options)
    if item.form in _CHOICE:
        return stem + _listed(texts, "ol")
    if item.form == "sorting":
        groups = " | ".join(wording.say(group) for group in item.groups)
        return stem + f"<p><i>{_shown(groups)}</i></p>" + _listed(texts)
    if item.form == "matching":
        return stem + _listed(item.prompts) + "<hr>" + _listed(texts)
    if item.form == "ordering":
        return stem + _listed(texts)
    unit = item.number.unit if item.number else ""
    return stem + (f" ({_shown(unit)})" if unit else "")


def _back(item: Item, wording: Wording, title: str) -> str:
    said = "<br>".join(map(_shown, explanation(item, wording)))
    why = f"<p><b>{_shown(wording.say('Why'))}</b>: {said}</p>" if said else ""
    source = f"<p><small>{_shown(wording.say('Source'))}: {_shown(title)}</small></p>"
    return _answer(item, wording) + why + source


def _answer(item: Item, wording: Wording) -> str:
    right = tuple(option.text for option in item.options if option.correct)
    if item.form == "numeric" and item.number:
        number = item.number
        within = f" ± {number.tolerance}" if number.tolerance.strip("0.") else ""
        return f"<p><b>{_shown(f'{number.value}{within} {number.unit}'.strip())}</b></p>"
    if item.form == "short":
        return f"<p><b>{_shown(' / '.join(option.text for option in item.options))}</b></p>"
    if item.form in _CHOICE:
        return "".join(f"<p><b>{_shown(one)}</b></p>" for one in right)
    if item.form == "ordering":
        return _listed((item.options[place].text for place in item.order), "ol")
    found = pairing(item, wording)
    if item.form == "matching":
        return _listed(f"{one} → {other}" for one, other in found.pairs)
    return "".join(
        f"<p><b>{_shown(group)}</b></p>"
        + _listed(one for one, place in zip(found.left, found.key, strict=True) if place == at)
        for at, group in enumerate(found.right)
    )


def _listed(texts: Iterable[str], tag: str = "ul") -> str:
    inside = "".join(f"<li>{_shown(text)}</li>" for text in texts)
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _shown(words: str) -> str:
    """Return words as HTML in which Anki finds no sound, formula or gap of its own."""
    shown = as_html(words)
    for mark, instead in _MARKS:
        shown = shown.replace(mark, instead)
    return shown
