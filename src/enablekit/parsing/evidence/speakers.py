"""Who said it: names and roles as they are written beside a quotation."""

from __future__ import annotations

import functools
import re

from enablekit.parsing.evidence.terms import word_set

_REACH = 160  # characters before a quotation in which its speaker may be named

_WORD = r"[^\W\d_a-z](?:[\w'’-]++|\.)"
_OF = r"(?:(?:de|van|von|der|la|al|bin)\s)?"
_NAME = rf"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s)?{_WORD}(?:\s{_OF}{_WORD}){{0,3}}"
_ROLE = (
    r"(?:[^\W\d_a-z]|(?:the|our|their|an?|its|former|senior|head|chief|director|manager|vice|lead"
    r"|founder|co-founder|owner|president)\b)[^,;:!?.\"“”()\n]{1,90}"
)
_SAYS = (
    r"(?:(?:also|then|further|later|[a-z]++ly)\s)?(?:sa(?:id|ys)|add(?:ed|s)|admit(?:ted|s)"
    r"|agree[ds]|argue[ds]|comment(?:ed|s)|conclude[ds]|continue[ds]|describe[ds]|emphasi[sz]e[ds]"
    r"|estimate[ds]|explain(?:ed|s)|joke[ds]|mention(?:ed|s)|note[ds]|observe[ds]"
    r"|point(?:ed|s)\sout|puts?\sit|recall(?:ed|s)|reflect(?:ed|s)|remark(?:ed|s)"
    r"|repl(?:ied|ies)|reported|share[ds]|state[ds]|stress(?:ed|es)|suggest(?:ed|s)"
    r"|summari[sz]e[ds]|t(?:old|ells)\s(?:us|me)|wr(?:ote|ites))\b"
)
_NOT_NAMES = word_set(
    "A After Also An And As At Because But By For From He Her Here His However I If In It Later"
    " Meanwhile My On One Our Recently She Since So That The Their Then There These They This Those"
    " Today We When Where While With Yesterday You"
)
"""Capitalised words that open a sentence rather than a name."""

# Compiling these takes longer than reading a dozen files, and most texts quote nobody: each is
# compiled when it is first needed.
_AFTER = (
    rf"[,.]?\s*(?:(?P<name>{_NAME})(?:,\s(?P<role>{_ROLE}),)?\s{_SAYS}"
    rf"|(?P<pronoun>(?:he|she|they)\s{_SAYS}|{_SAYS}\s(?:he|she|they)\b)"
    rf"|{_SAYS}\s(?P<name2>{_NAME})(?:,\s(?P<role2>{_ROLE}))?"
    rf"|(?:[—–―]|--?\s)\s?(?P<name3>{_NAME})(?:,\s(?P<role3>{_ROLE}(?:,\s{_ROLE})?))?\s*(?:$|\n))"
)
_BEFORE = (
    rf"(?:(?P<name>{_NAME})(?:,\s(?P<role>{_ROLE}),)?\s{_SAYS}(?:\sthat)?[,:]?"
    rf"|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey)\s{_SAYS}[,:])"
    rf"|[Aa]ccording\sto\s(?P<name2>{_NAME})(?:,\s(?P<role2>{_ROLE}))?[,:]"
    rf"|^(?P<name3>{_NAME}),\s(?P<role3>{_ROLE}):)\s*$"
)
_BETWEEN = rf"{_AFTER}\.\s*"
_SIGNED = rf"(?:[—–―]|--?)\s?(?P<line>{_NAME}(?:\s?[,|(/–—-]\s?[^\n]{{2,100}})?)$"
_NAME_AND_ROLE = rf"(?P<line>{_NAME}\s?[,|–—-]\s?{_ROLE}(?:,\s{_ROLE})?)$"
_compiled = functools.cache(re.compile)


def speaker_after(text: str, end: int) -> str | None:
    """
    Return who is named right after the quotation that closes before `end`.

    Empty when only a pronoun says so; None when nobody is named as its speaker.
    """
    return _speaker(_compiled(_AFTER).match(text, end))


def speaker_before(text: str, since: int, start: int) -> str | None:
    """Return who is named right before the quotation that opens at `start`, not before `since`."""
    between = text[since:start]
    if since and (found := _compiled(_BETWEEN).fullmatch(between)):
        return _speaker(found)
    return _speaker(_compiled(_BEFORE).search(between[-_REACH:]))


def signature(text: str, *, dashed: bool) -> str:
    """
    Return the line that signs a quotation, such as `— Ana Ruiz, CFO at Acme`, without its dash.

    Without a dash (`dashed` is False) a name alone is not enough: a role must follow.
    """
    text = text.strip()
    if len(text) > _REACH:
        return ""
    found = _compiled(_SIGNED).match(text)
    if found is None and not dashed:
        found = _compiled(_NAME_AND_ROLE).match(text)
    return found["line"].strip() if found else ""


def _speaker(found: re.Match[str] | None) -> str | None:
    """Put the name and the role of a match together as they are written."""
    if found is None:
        return None
    if found["pronoun"]:
        return ""
    name, role = next(
        (found[f"name{n}"], found[f"role{n}"]) for n in ("", "2", "3") if found[f"name{n}"]
    )
    if name in ("He", "She", "They"):
        return ""
    parts = name.split()
    while parts and parts[0] in _NOT_NAMES:
        del parts[0]
    if not parts:
        return None
    return f"{' '.join(parts)}, {role.strip()}" if role else " ".join(parts)
