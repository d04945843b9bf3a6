"""Who said it: names and roles as they are written beside a quotation."""

from __future__ import annotations

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
    r"(?:also\s)?(?:sa(?:id|ys)|explain(?:ed|s)|note[ds]|add(?:ed|s)|share[ds]|recall(?:ed|s)"
    r"|remark(?:ed|s)|comment(?:ed|s)|conclude[ds]|emphasi[sz]e[ds]|t(?:old|ells)\s(?:us|me)"
    r"|state[ds]|continue[ds]|wr(?:ote|ites)|describe[ds]|observe[ds]|reflect(?:ed|s)"
    r"|stress(?:ed|es)|admit(?:ted|s)|report(?:ed|s)|argue[ds]|repl(?:ied|ies)|agree[ds]"
    r"|summari[sz]e[ds]|mention(?:ed|s)|point(?:ed|s)\sout|puts?\sit)\b"
)
_PRONOUNS = word_set("He She They It We I You This That The Their Our His Her")

_AFTER = re.compile(
    rf"[,.]?\s*(?:(?P<name>{_NAME})(?:,\s(?P<role>{_ROLE}),)?\s{_SAYS}"
    rf"|(?P<pronoun>(?:he|she|they)\s{_SAYS}|{_SAYS}\s(?:he|she|they)\b)"
    rf"|{_SAYS}\s(?P<name2>{_NAME})(?:,\s(?P<role2>{_ROLE}))?"
    rf"|[—–―]\s?(?P<name3>{_NAME})(?:,\s(?P<role3>{_ROLE}))?)"
)
_BEFORE = re.compile(
    rf"(?:(?:\b[Aa]s\s)?(?P<name>{_NAME})(?:,\s(?P<role>{_ROLE}),)?\s{_SAYS}(?:\sthat)?[,:]?"
    rf"|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey)\s{_SAYS}[,:])"
    rf"|[Aa]ccording\sto\s(?P<name2>{_NAME})(?:,\s(?P<role2>{_ROLE}))?[,:]"
    rf"|^(?P<name3>{_NAME})(?:,\s(?P<role3>{_ROLE}))?:)\s*$"
)
_BETWEEN = re.compile(rf"{_AFTER.pattern}\.\s*")
_SIGNED = re.compile(rf"(?:[—–―]|--?)\s?(?P<line>{_NAME}(?:\s?[,|(/–—-]\s?[^\n]{{2,100}})?)$")
_NAME_AND_ROLE = re.compile(rf"(?P<line>{_NAME}\s?[,|–—-]\s?{_ROLE}(?:,\s{_ROLE})?)$")


def speaker_after(text: str, end: int) -> str | None:
    """
    Return who is named right after the quotation that closes before `end`.

    Empty when only a pronoun says so; None when nobody is named as its speaker.
    """
    return _speaker(_AFTER.match(text, end))


def speaker_before(text: str, since: int, start: int) -> str | None:
    """Return who is named right before the quotation that opens at `start`, not before `since`."""
    between = text[since:start]
    if since and (found := _BETWEEN.fullmatch(between)):
        return _speaker(found)
    return _speaker(_BEFORE.search(between[-_REACH:]))


def signature(text: str, *, dashed: bool) -> str:
    """
    Return the line that signs a quotation, such as `— Ana Ruiz, CFO at Acme`, without its dash.

    Without a dash (`dashed` is False) a name alone is not enough: a role must follow.
    """
    text = text.strip()
    if len(text) > _REACH:
        return ""
    found = _SIGNED.match(text) or (None if dashed else _NAME_AND_ROLE.match(text))
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
    if name.split()[0] in _PRONOUNS:
        return "" if name in ("He", "She", "They") else None
    return f"{name}, {role.strip()}" if role else str(name)
