"""
Questions in GIFT, the text format of Moodle, become questions of a check.

The format as Moodle reads it: https://docs.moodle.org/en/GIFT_format and
https://github.com/moodle/moodle, question/format/gift/format.php.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.guidance_entries import AuthoredItem, MatchedPair, OptionFeedback
from enablekit.model.span import Span
from enablekit.parsing import figures
from enablekit.parsing.gift_text import blocks, format_of, words
from enablekit.parsing.imported import Imported, NotTaken

if TYPE_CHECKING:
    from enablekit.parsing.gift_text import Block

_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_RANGE = re.compile(r"(?P<least>[^.].*?)\.\.(?P<most>.+)", re.DOTALL)
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_WHOLE = Decimal(100)
_GAP = "_____"


class _Answer(NamedTuple):
    """An answer: whether `=` stands before it, its weight in percent, its words and feedback."""

    right: bool
    weight: Decimal | None
    text: str
    feedback: str

    @property
    def share(self) -> Decimal:
        """How much it counts, in percent."""
        return (_WHOLE if self.right else Decimal()) if self.weight is None else self.weight


class _Unreadable(Exception):  # noqa: N818 - says why one question is left out, and goes no further
    """One question cannot be read."""


class _Question:
    """One question while it is being read."""

    def __init__(self, path: str, block: Block) -> None:
        self.span = Span(path=path, line=block.line)
        self.notes: list[str] = []
        named = _NAME.match(block.text)
        self.text = block.text[named.end() :] if named else block.text
        self.form = format_of(self.text)

    def read(self) -> AuthoredItem:
        begin, end = self.text.find("{"), self.text.find("}")
        if begin < 0 and end < 0:
            raise _Unreadable("it has no answers in `{…}`; text alone asks nothing")
        if begin < 0 or end < begin:
            raise _Unreadable("its `{` and `}` do not match; a brace in a text is written `\\{`")
        inside, behind = self.text[begin + 1 : end].strip(), self.text[end + 1 :]
        gap = _GAP if behind.strip() else ""
        stem = words(f"{self.text[:begin]}{gap}{behind}", self.form)
        if not stem:
            raise _Unreadable("it asks nothing: there is no text beside its answers")
        answers, general = self._general(inside)
        item = AuthoredItem(stem=stem, span=self.span, rationale=self._words(general))
        return self._answered(item, answers)

    def _general(self, inside: str) -> tuple[str, str]:
        answers, found, general = inside.rpartition("####")
        return (answers.strip(), general) if found else (inside, "")

    def _answered(self, item: AuthoredItem, inside: str) -> AuthoredItem:
        if not inside:
            raise _Unreadable(
                "it is an essay, which no program can mark; under `pulse:` it can be asked "
                "without a right answer"
            )
        if inside.startswith("#"):
            return self._numeric(item, inside[1:])
        if "~" in inside:
            return self._choice(item, inside)
        if "=" in inside and "->" in inside:
            return self._matching(item, inside)
        bare = inside.split("#", 1)[0].strip()
        if bare.upper() in _TRUTH:
            return self._truth(item, inside, right=_TRUTH[bare.upper()])
        return self._short(item, inside)

    def _words(self, text: str) -> str:
        return words(text, self.form)

    def _answers(self, inside: str) -> list[_Answer]:
        """Part answers, which begin with `=` or `~`; what stands before the first counts as `=`."""
        parts = re.split(r"([=~])", inside)
        found = [("=", parts[0])] if parts[0].strip() else []
        found += zip(parts[1::2], parts[2::2], strict=True)
        answers = []
        for sign, part in found:
            weight = _WEIGHT.match(part.strip())
            rest = part.strip()[weight.end() :] if weight else part
            text, _, feedback = rest.partition("#")
            answers.append(
                _Answer(
                    sign == "=",
                    Decimal(weight[1]) if weight else None,
                    text.strip(),
                    self._words(feedback),
                )
            )
        return answers

    def _choice(self, item: AuthoredItem, inside: str) -> AuthoredItem:
        answers = self._answers(inside)
        single = any(answer.right for answer in answers)
        options = [(self._words(answer.text), answer) for answer in answers]
        options = [(text, answer) for text, answer in options if text]
        most = max((answer.share for _, answer in options), default=Decimal())
        keys: list[str] = []
        wrong: list[str] = []
        for text, answer in options:
            is_key = answer.share >= _WHOLE if single else answer.share > 0
            (keys if is_key else wrong).append(text)
            if not is_key and answer.share > 0:
                self.notes.append(f"“{text}” is partly right there; here it counts as wrong")
        if not keys:
            raise _Unreadable("none of its answers is right")
        if single and len(keys) > 1:
            self.notes.append(
                "any of its right answers is enough there; here all have to be chosen"
            )
        shares = {answer.share for text, answer in options if text in keys}
        if len(shares) > 1 and most > 0:
            self.notes.append("its right answers weigh differently; here they count alike")
        return _with(
            item,
            key=tuple(dict.fromkeys(keys)),
            distractors=tuple(dict.fromkeys(wrong)),
            feedback=self._feedback(options),
        )

    def _feedback(self, options: list[tuple[str, _Answer]]) -> tuple[OptionFeedback, ...]:
        return tuple(
            OptionFeedback(option=text, say=answer.feedback, span=self.span)
            for text, answer in options
            if answer.feedback
        )

    def _truth(self, item: AuthoredItem, inside: str, *, right: bool) -> AuthoredItem:
        """Read true or false; feedback for who is wrong comes before that for who is right."""
        _, if_wrong, if_right = [*(self._words(one) for one in inside.split("#", 2)), "", ""][:3]
        key, other = ("True", "False") if right else ("False", "True")
        said = ((key, if_right), (other, if_wrong))
        return _with(
            item,
            key=(key,),
            distractors=(other,),
            feedback=tuple(
                OptionFeedback(option=option, say=say, span=self.span)
                for option, say in said
                if say
            ),
        )

    def _matching(self, item: AuthoredItem, inside: str) -> AuthoredItem:
        pairs, decoys = [], []
        for part in inside.split("="):
            if not part.strip():
                continue
            prompt, arrow, answer = part.partition("->")
            if not arrow:
                raise _Unreadable(f"“{self._words(part)}” has no `->` with what belongs to it")
            said, belongs = self._words(prompt), self._words(answer)
            if said and belongs:
                pairs.append(MatchedPair(prompt=said, answer=belongs, span=self.span))
            elif belongs:
                decoys.append(belongs)
        if len(pairs) < 2:  # noqa: PLR2004 - with one pair there is nothing to match
            raise _Unreadable("there are fewer than two pairs to match")
        return _with(item, pairs=tuple(pairs), distractors=tuple(decoys))

    def _short(self, item: AuthoredItem, inside: str) -> AuthoredItem:
        answers = [(self._words(one.text), one) for one in self._answers(inside)]
        answers = [(text, one) for text, one in answers if text]
        whole = [(text, one) for text, one in answers if one.share >= _WHOLE]
        counting = whole or [(text, one) for text, one in answers if one.share > 0]
        for text, one in answers:
            if (text, one) not in counting:
                self.notes.append(f"“{text}” is only partly right there; here it does not count")
        kept = [(text, one) for text, one in counting if "*" not in text]
        for text, one in counting:
            if (text, one) not in kept:
                self.notes.append(
                    f"in “{text}” the `*` stands for any words, which nothing does here"
                )
        if not kept:
            raise _Unreadable("it has no answer that counts")
        return _with(
            item,
            answers=tuple(dict.fromkeys(text for text, _ in kept)),
            feedback=self._feedback(kept),
        )

    def _numeric(self, item: AuthoredItem, inside: str) -> AuthoredItem:
        answers, _, otherwise = inside.partition("~")
        read = [(self._number(one.text), one) for one in self._answers(answers)]
        whole = [(number, one) for number, one in read if number and one.share >= _WHOLE]
        whole = whole or [(number, one) for number, one in read if number]
        if not whole or whole[0][0] is None:
            raise _Unreadable("its answer is no number")
        (value, tolerance), first = whole[0]
        for number, one in read:
            if one is not first:
                told = f"{one.text}" if number else "*"
                self.notes.append(f"the answer `{told}` is left out; only one number can be right")
        wrong = self._words(otherwise.partition("#")[2])
        if wrong:
            self.notes.append(f"what it says to everybody who is wrong is left out: “{wrong}”")
        why = "\n".join(filter(None, (first.feedback, item.rationale)))
        return _with(
            item, number=value, tolerance="" if tolerance == "0" else tolerance, rationale=why
        )

    def _number(self, text: str) -> tuple[str, str] | None:
        """Read `14`, `14:1` or `13..15` as a value and how far off an answer may be."""
        meant = self._words(text)
        between = _RANGE.fullmatch(meant)
        if between:
            least, most = figures.plain(between["least"]), figures.plain(between["most"])
            if not least or not most:
                return None
            middle = (Decimal(least) + Decimal(most)) / 2
            return _digits(middle), _digits(abs(Decimal(most) - middle))
        value, _, tolerance = meant.partition(":")
        found = figures.plain(value)
        off = figures.plain(tolerance or "0")
        return (found, _digits(abs(Decimal(off)))) if found and off else None


def read(path: str, text: str) -> Imported:
    r"""
    Read the questions of a GIFT file.

    Args:
        path: The file, for the places of the questions.
        text: Its text, with `\n` at its line ends.

    """
    items: list[AuthoredItem] = []
    left: list[NotTaken] = []
    for block in blocks(text):
        question = _Question(path, block)
        try:
            items.append(question.read())
        except _Unreadable as why:
            left.append(NotTaken(line=block.line, why=str(why)))
        left.extend(NotTaken(line=block.line, why=note) for note in question.notes)
    return Imported(items=tuple(items), not_taken=tuple(left))


def _digits(value: Decimal) -> str:
    written = format(value, "f")
    return (written.rstrip("0").rstrip(".") if "." in written else written) or "0"


def _with(item: AuthoredItem, **fields: object) -> AuthoredItem:
    return replace(item, **fields)  # type: ignore[arg-type] # fields of an item, each of its type
