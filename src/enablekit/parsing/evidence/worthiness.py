"""Whether a sentence may stand by itself as evidence: the one gate for everything drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.body import Block
    from enablekit.parsing.evidence.passages import Passage, Sentence

SHORTEST, LONGEST = 6, 40
"""Words a key sentence may have."""

_POINTERS = word_set(
    "it it's it'll its this that that's these those they they're they'll they've he he's she"
    " she's his her hers their theirs them him such here here's there there's"
)
"""Words that mean something only beside what was said before."""

_CONNECTIVES = word_set(
    "however but and so also moreover additionally furthermore instead therefore thus hence"
    " consequently then finally lastly next first firstly second secondly third thirdly fourth"
    " again similarly likewise conversely alternatively otherwise meanwhile nevertheless"
    " nonetheless still yet plus or nor below above another other others both neither specifically"
    " notably importantly crucially essentially basically overall ultimately subsequently"
    " accordingly besides rather though although too well yes ok okay great sure hi hello hey"
    " welcome thanks thank congratulations please note tip warning important caution imagine"
    " suppose say remember now today let's see click hit head let update disclaimer spoiler ps p.s"
    " same luckily fortunately unfortunately sadly interestingly obviously clearly indeed equally"
    " perhaps maybe novelly incidentally afterwards afterward later earlier previously regardless"
    " rest editor's"
)
"""First words that tie a sentence to the one before it or to the page around it."""

_CONNECTIVE_PAIRS = {
    "in": word_set("addition contrast conclusion summary short fact particular turn other")
    | word_set("this that these those our my such doing both any each"),
    "on": word_set("top this that these those its their"),
    "for": word_set("example instance one more this that these those now starters further")
    | word_set("additional"),
    "as": word_set("such well a we you mentioned noted above before with for part i"),
    "at": word_set("this that these those first least"),
    "to": word_set("that some this these summarise summarize conclude recap start begin")
    | word_set("do learn find see illustrate"),
    "of": word_set("course these those this all"),
    "with": word_set("that this these those all"),
    "by": word_set("contrast this that doing"),
    "from": word_set("here there this that these"),
    "after": word_set("that this these"),
    "like": word_set("this that most other any many"),
    "because": word_set("of"),
    "along": word_set("with"),
    "even": word_set("so then if"),
    "not": word_set("only to that all"),
    "that": word_set("said"),
    "the": word_set("following above below same former latter first second third next last")
    | word_set("other others rest remaining final fourth fifth two three most"),
    "one": word_set("of more"),
    "some": word_set("of other others"),
    "all": word_set("of"),
    "each": word_set("of one"),
    "most": word_set("of importantly"),
    "many": word_set("of"),
    "once": word_set("again you've we've done that this it's"),
    "aside": word_set("from"),
    "apart": word_set("from"),
    "another": frozenset(),
}
"""The same in two words."""

_INNER_POINTERS = _POINTERS - word_set("that such there here here's there's that's")
"""The pointers that lean on an earlier sentence when no noun has come yet."""

_OPENERS = word_set(
    "at in on for with despite when if while as after before by since because given to from under"
    " without unlike beyond whether during among part some many most each all none once unless"
    " until due thanks where what how why seeking having being using"
)
"""First words after which a pronoun has had nothing to refer to yet."""

_NAVIGATION = re.compile(
    r"below\b|above,|(?:as|table|image|figure|shown|seen|screenshot|see|code) above"
    r"|(?:the|these|our) following|in this (?:article|guide|post|section|tutorial|page|blog|video"
    r"|chapter|document|case|example|way|stage|step|report|handbook|series)"
    r"|this (?:article|guide|post|section|tutorial|page|blog|video|chapter|document|handbook)"
    r"|(?:later|earlier) (?:in|on)\b|we (?:saw|noted|mentioned|discussed|covered|said|looked)"
    r"|we(?:'ve| have) (?:seen|covered|discussed|mentioned|looked|already|noted|chosen|listed"
    r"|rounded|compiled|put|gone|picked|included|selected|been|created|said|just)"
    r"|we(?:'ll| will| are going to|'re going to|'d like to) (?:see|look|cover|explore|dive|walk"
    r"|show|discuss|check|start|begin|go|use|need|then|also|be |examine|explain|take|want|first"
    r"|consider|break|compare|learn|focus|return|come|give|create|add|build|call|name|now|do|have)"
    r"|hinted|it's (?:also )?(?:worth|helpful to|useful to|time to)|we know (?:already|now|that)"
    r"|at the same time|on the whole|solidify our|before we |we can (?:also )?(?:briefly|next|consider)"
    r"|we can (?:begin|start|see|now|move|turn|then|say)|with a clear(?:er)? understanding"
    r"|we(?:'re| are) (?:covering|looking|going|talking|using|exploring|checking|diving|comparing)"
    r"|let's |let us |click |take a look|check out|find out more|learn more|read more|read on"
    r"|read our|read the|see our|see the|see also|see how|refer to|you might (?:also )?like"
    r"|keep reading|scroll|stay tuned|sign up|subscribe|newsletter|table of contents"
    r"|next section|previous section|cookie|copyright|all rights reserved|©|privacy policy"
    r"|terms of (?:use|service)|hereby|herein|hereunder|thereof|liabilit|liable|indemnif"
    r"|pursuant|the parties|undue delay|th(?:is|e) agreement|notwithstanding|governing law|shall |without warranty|press release|contact us"
    r"|contact your|reach out|get in touch|our (?:guide|article|post|blog|docs|tutorial|round-up)"
    r"|photo by|image by|image credit|source:|last updated|min read|minute read|screenshot"
    r"|tl;dr|work in progress|coming soon|to be (?:determined|confirmed)|tbd\b|todo\b|lorem ipsum"
)
"""What guides a reader around, binds him in law or fills a page; matched in lower case."""

_UNFINISHED = re.compile(
    r"the (?:[a-z-]+ )?(?:difference|problem|issue|idea|reason|downside|upside|benefit|advantage|catch"
    r"|goal|aim|point|answer|result|drawback|exception|challenge|trick|key|upshot) (?:is|was|being)\b"
)
"""Openings that comment on what the sentence before was about."""

_RESIDUE = re.compile(r"[{}<>|\\^`\[\]=*_#→]")
"""Characters that markup, code, templates and keyboards leave behind."""

_ASIDES = word_set("though however therefore meanwhile nonetheless nevertheless")
"""Connectives that may come second, after a comma."""

_DEMONSTRATIVES = word_set("this these those here")
_REACH = 6  # words within which a pronoun still points out of its sentence
_AFTER_A_CLAUSE = 3  # words after the first comma within which it does, too
_LINKED_SHARE = 0.6  # of a block's characters, beyond which it is a list of links


def is_clean(text: str) -> bool:
    """Tell whether a text is whole prose: no address, code or template, all brackets closed."""
    return (
        _RESIDUE.search(text) is None
        and "://" not in text
        and "www." not in text
        and text.count("(") == text.count(")")
        and text.count("\u201c") == text.count("\u201d")
        and text.count('"') % 2 == 0
        and text.count("\u00ab") == text.count("\u00bb")
    )


def stands_alone(sentence: Sentence) -> bool:
    """
    Tell whether an English sentence is a statement that can be understood by itself.

    Left out: what leans on the sentence before (a pronoun, a connective), leads the reader around
    the page, is legal or boilerplate, asks, introduces a list, or is broken.
    """
    words = sentence.words
    if not words or not is_clean(sentence.text) or sentence.text[-1] in "?:;,-":
        return False
    if not _starts_like_a_sentence(sentence.text) or leans_on_what_came_before(sentence):
        return False
    lowered = sentence.text.lower().replace("\u2019", "'")
    return _UNFINISHED.match(lowered) is None and _NAVIGATION.search(lowered) is None


def names_its_subject(passage: Passage, sentence: Sentence) -> bool:
    """Tell whether it is clear what a sentence is about, even away from the heading above it."""
    return not passage.subject or not passage.subject.isdisjoint(sentence.words)


def is_closed(sentence: Sentence) -> bool:
    """Tell whether a sentence ends as one."""
    return sentence.text.rstrip("\"')”’")[-1:] in (".", "!", "…", "\u3002", "\uff01")


def is_complete(sentence: Sentence) -> bool:
    """Tell whether a sentence is closed and neither too short nor too long to quote."""
    return SHORTEST <= len(sentence.words) <= LONGEST and is_closed(sentence)


def is_link_list(block: Block) -> bool:
    """Tell whether a block is mostly link texts, such as a table of contents."""
    linked = sum(len(link.text) for link in block.links)
    return linked > _LINKED_SHARE * len(block.text)


def _starts_like_a_sentence(text: str) -> bool:
    first = text[0]
    return first.isupper() or first.isdigit() or first in "$€£¥"


def leans_on_what_came_before(sentence: Sentence) -> bool:
    """Tell whether the first words need the sentence before, or any word points at one."""
    words = sentence.words
    first = words[0]
    if first in _POINTERS or first in _CONNECTIVES:
        return True
    pair = _CONNECTIVE_PAIRS.get(first)
    if pair is not None and len(words) > 1 and words[1] in pair:
        return True
    if not _DEMONSTRATIVES.isdisjoint(words) or not _ASIDES.isdisjoint(words[:_REACH]):
        return True
    if first in _OPENERS or first.endswith(("ly", "ing")):
        reach = max(_REACH, sentence.text.partition(",")[0].count(" ") + 1 + _AFTER_A_CLAUSE)
        return not _INNER_POINTERS.isdisjoint(words[:reach])
    return False


def stands_alone_anywhere(sentence: Sentence) -> bool:
    """Tell whether a sentence of any language is whole prose that neither asks nor introduces."""
    text = sentence.text
    return is_clean(text) and not text[0].islower() and text[-1] not in "?:;,-\uff1f\uff1a"
