"""What an asset itself says: statements drawn from the text, each with the lines it came from."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.audience import Audience
from enablekit.model.span import Span
from enablekit.model.travelling import Travelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(Travelling):
    """
    Words taken from the asset as they stand there.

    Attributes:
        text: The words, verbatim but for markup and white space.
        span: Where they stand in the asset.
        anchor: The section they stand in; empty before the first heading.
        audience: Who may read them; None means whoever may read the asset.

    """

    text: str
    span: Span
    anchor: str = ""
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Drawn):
    """
    A sentence with a figure worth quoting.

    Attributes:
        figure: The figure as written, with its unit, such as `11 days` or `37%`.
        source: The address linked in the same sentence, or empty when it names no source.
        value: The number of the figure in digits, with a point before decimals and scales worked
            out: `37`, `1200000`, `27.65`. Empty when it is a range or no certain number.
        unit: What it is a number of: `%`, `x`, `days`, `engineers`, or the sign of a currency.
        direction: `up` or `down` when the sentence says that the figure is a change or the end of
            one, else empty.
        before: The number that `from X to Y` starts from, in digits like `value`, which is then Y.
        period: The time frame as written, such as `per month`, `in 2023` or `within two weeks`.

    """

    figure: str
    source: str = ""
    value: str = ""
    unit: str = ""
    direction: str = ""
    before: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Drawn):
    """What somebody is quoted as saying; `text` is the words without quotation marks."""

    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Drawn):
    """
    A sentence or an entry of a glossary that says what a term means.

    Attributes:
        term: The term as written, without its article.
        gloss: What it is said to be, as written, from the verb or the dash on, without those and
            without the full stop.

    """

    term: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Drawn):
    """A numbered procedure; `text` is the sentence or heading that introduces it."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showable(Drawn):
    """A table or a figure worth showing; `text` is its caption, alt text or heading."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Travelling):
    """
    Everything drawn from one asset.

    Attributes:
        opening: The first sentence that says something.
        key_sentences: Up to seven sentences a colleague would underline, in reading order.
        statistics: Sentences with a figure.
        quotations: What people are quoted as saying.
        definitions: Sentences and entries of lists that say what a term means.
        procedures: Numbered steps.
        questions: Questions the text asks, most often in headings.
        calls_to_action: What the text asks its reader to do.
        showables: Tables and figures.
        contrasts: Sentences that set what was before against what is now, or one thing against
            another.

    """

    opening: Drawn | None = None
    key_sentences: tuple[Drawn, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    definitions: tuple[Definition, ...] = ()
    procedures: tuple[Steps, ...] = ()
    questions: tuple[Drawn, ...] = ()
    calls_to_action: tuple[Drawn, ...] = ()
    showables: tuple[Showable, ...] = ()
    contrasts: tuple[Drawn, ...] = ()
