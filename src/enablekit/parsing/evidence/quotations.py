"""What people are quoted as saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Quotation
from enablekit.parsing.evidence.passages import may_stand_beside
from enablekit.parsing.evidence.quotation_marks import are_a_pair, has_marks, opens, quoted
from enablekit.parsing.evidence.speakers import signature, speaker_after, speaker_before
from enablekit.parsing.evidence.terms import word_set, words
from enablekit.parsing.evidence.worthiness import is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.parsing.evidence.passages import Passage

_SHORTEST, _LONGEST = 6, 120  # words
_SPEECH = 12  # words
_SIGNED_LINE = re.compile(r"(?:(?<=[.!?…”\"»])\s|\n)\s*(?:[—–―]|--?)\s?[^\W\d_a-z][^\n]{1,120}$")
_NAME_END = re.compile(r"\s?[,|(/–—-]")
_ENDS = tuple('.!?…”"»')
_FIRST_PERSON = word_set("i i'm i've i'd we we're we've we'd our my us me")
_ONE_PERSON = word_set("i i'm i've i'd my me")
_ADDRESSES = word_set("you you're your you'll you've")
_LABELS = word_set("note tip warning important caution info example q a question answer")
_LABEL = re.compile(r"[A-Z][\w;,/ -]{0,30}:\s")
_SALUTATIONS = word_set("dear hello hey hi")


def draw(passages: list[Passage], *, english: bool) -> tuple[Quotation, ...]:
    """
    Return what is quoted with its speaker beside it, in reading order.

    That is six words or more in quotation marks which the text ascribes to somebody, and block
    quotations that are signed or, in an English text that names somebody as speaking elsewhere,
    read as speech. Titles, labels, scripts, letters and words held at a distance are nobody's
    speech. Where an English text lets one person alone speak, what else
    stands in quotation marks as speech of its own is drawn, too, with nobody named: nothing beside
    it says who it is.
    """
    found: list[Quotation] = []
    unsigned: list[Quotation] = []
    for number, passage in enumerate(passages):
        is_block = passage.block.kind == "quote"
        if not (is_block or passage.quoted):
            continue
        before, after = _neighbours(passages, number)
        spoken = list(_in_running_text(passage, None if is_block else after))
        if is_block and not spoken:
            spoken = list(_block_quotation(passage, before, after, english=english))
            unsigned.extend(one for one in spoken if not one.speaker)
            spoken = [one for one in spoken if one.speaker]
        found.extend(spoken)
    if unsigned and any(one.speaker for one in found):
        found = sorted([*found, *unsigned], key=_place)
    if english and found and _is_one_persons(found):
        taken = {_place(one) for one in found}
        found += [one for one in _left_unnamed(passages) if _place(one) not in taken]
        found.sort(key=_place)
    return tuple(found)


def _place(quotation: Quotation) -> tuple[int, int]:
    return (quotation.span.line, quotation.span.column)


def _is_one_persons(found: list[Quotation]) -> bool:
    """Tell whether at least two quotations are ascribed, and all to one name."""
    names = [one.speaker.split(",")[0].split()[0] for one in found if one.speaker]
    return len(names) > 1 and len(set(names)) == 1


def _left_unnamed(passages: list[Passage]) -> Iterator[Quotation]:
    """Yield what stands in quotation marks as whole sentences with nobody named beside it."""
    for passage in passages:
        text = passage.block.text
        if passage.block.kind not in ("paragraph", "quote") or not has_marks(text):
            continue
        bare = text.strip()
        for start, end in quoted(text):
            whole = len(bare) <= end - start + len('"".')
            if not whole and not _stands_apart(text, start, end):
                continue
            if text[start:end].rstrip(" ’")[-1:] not in ".!?…":
                continue
            if quotation := _quotation(passage, start, end, ""):
                yield quotation


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether quoted words open behind a sentence or a dash, end one and are speech."""
    before, after = text[: start - 1].rstrip()[-1:], text[end + 1 : end + 4].lstrip(". \n")[:1]
    if before not in ".!”—–" or (after and not after.isupper()):
        return False
    said = words(text[start:end])  # of the speaker himself, or too many to be a name or a title
    return len(said) >= _SPEECH or not _FIRST_PERSON.isdisjoint(said)


def _neighbours(passages: list[Passage], number: int) -> tuple[Passage | None, Passage | None]:
    """Return the paragraphs before and after a block, if all its readers may read them."""
    found: list[Passage | None] = []
    for place in (number - 1, number + 1):
        other = passages[place] if 0 <= place < len(passages) else None
        if other is not None and (
            other.block.kind != "paragraph"
            or not may_stand_beside(other.block, passages[number].block)
        ):
            other = None
        found.append(other)
    return found[0], found[1]


def _in_running_text(passage: Passage, after: Passage | None) -> Iterator[Quotation]:
    text = passage.block.text
    since = 0
    for start, end in quoted(text):
        speaker = speaker_after(text, end + 1)
        if speaker is None:
            speaker = speaker_before(text, since, start - 1)
        if speaker is None and start == 1 and end == len(text.rstrip()) - 1:
            speaker = _signed_by(after) or None
        since = end + 1
        if speaker is not None and (quotation := _quotation(passage, start, end, speaker)):
            yield quotation


def _block_quotation(
    passage: Passage, before: Passage | None, after: Passage | None, *, english: bool
) -> Iterator[Quotation]:
    text = passage.block.text
    speaker, end = _signature_within(text)
    speaker = speaker or _signed_by(after) or _announced_by(before)
    start = len(text) - len(text.lstrip())
    end = len(text[:end].rstrip())
    if end - start < len('""'):
        return
    marked = are_a_pair(text[start], text[end - 1])
    if marked:
        start, end = start + 1, end - 1
    elif opens(text[start]):
        return  # words around the marks belong to whoever quotes, and nobody is named
    if not speaker and not (english and _reads_as_speech(text[start:end], marked=marked)):
        return
    if not speaker and _announces_no_speaker(before):
        return
    if quotation := _quotation(passage, start, end, speaker):
        yield quotation


def _signature_within(text: str) -> tuple[str, int]:
    """Return the signature at the end of a block quotation, and where what is quoted ends."""
    end = len(text)
    if line := _SIGNED_LINE.search(text, max(0, end - 140)):
        speaker = signature(line.group(), dashed=True)
        return speaker, line.start() if speaker else end
    last = text.rfind("\n")
    if last > 0 and text[:last].rstrip()[-1:] in _ENDS:
        speaker = signature(text[last:], dashed=False)
        if " " in _NAME_END.split(speaker)[0]:  # `Meridian, the ledger for teams` signs nothing
            return speaker, last
    return "", end


def _signed_by(after: Passage | None) -> str:
    """Return the signature when the next paragraph is one."""
    if after is None:
        return ""
    return signature(after.block.text, dashed=False)


def _announced_by(before: Passage | None) -> str:
    """Return who the paragraph before says is about to speak."""
    if before is None or before.block.text[-1:] != ":":
        return ""
    return speaker_before(before.block.text, 0, len(before.block.text)) or ""


def _announces_no_speaker(before: Passage | None) -> bool:
    """Tell whether a paragraph introduces words that nobody said: `Send this to the buyer:`."""
    if before is None or before.block.text[-1:] != ":":
        return False
    return speaker_before(before.block.text, 0, len(before.block.text)) is None


def _reads_as_speech(text: str, *, marked: bool) -> bool:
    """Tell whether unsigned words are a person's own, not a script, a notice or a slogan."""
    said = words(text)
    own = _FIRST_PERSON if marked else _ONE_PERSON
    if said[:1] == ["as"] and "want" in said:
        return False  # the story of a user: `As a clerk, I want to …`
    return bool(
        said
        and said[0] not in _LABELS | _SALUTATIONS
        and _LABEL.match(text) is None
        and not own.isdisjoint(said)
        and (marked or _ADDRESSES.isdisjoint(said))
    )


def _quotation(passage: Passage, start: int, end: int, speaker: str) -> Quotation | None:
    """Return the quotation between two offsets if it is long enough and whole."""
    inner = passage.block.text[start:end]
    start += len(inner) - len(inner.lstrip())
    inner = inner.strip().rstrip(",")
    spoken = " ".join(inner.split())
    if not _SHORTEST <= len(spoken.split()) <= _LONGEST:
        return None
    if spoken[0].islower() or not is_clean(spoken):
        return None
    return Quotation(
        text=spoken,
        span=passage.span(start, start + len(inner)),
        anchor=passage.anchor,
        audience=passage.block.audience,
        speaker=speaker,
    )
