"""
What the schemas of QTI let the elements of our packages have, in the names of version 3.0.

The facts are those of the complex types (`AssessmentItemDType`, `ModalFeedbackDType` and so on) of
https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd and, where version 2.1
differs, of https://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd, for what we write only. What
was read in the schemas and what follows the specification stands in
docs/reference/exports-questions.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    What an element may have.

    Attributes:
        inside: Its children in order, as a pattern over their names; `TEXT` where it is mixed.
        needs: Attributes it must have.
        may: Attributes it may have besides.

    """

    inside: str = ""
    needs: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()


def _rule(inside: str = "", needs: str = "", may: str = "") -> Rule:
    return Rule(inside=inside, needs=frozenset(needs.split()), may=frozenset(may.split()))


TEXT = "(br|qti-text-entry-interaction)*"  # of all that may stand in a text, what we write
_VALUE = "(qti-and|qti-gte|qti-lte|qti-match|qti-variable|qti-correct|qti-base-value|qti-sum)"
_SAID = "qti-set-outcome-value"

RULES = {
    "qti-assessment-item": _rule(
        "qti-response-declaration* qti-outcome-declaration* qti-item-body?"
        " qti-response-processing? qti-modal-feedback*",
        "identifier title time-dependent",
        "adaptive lang",
    ),
    "qti-response-declaration": _rule(
        "qti-correct-response? qti-mapping?", "identifier cardinality", "base-type"
    ),
    "qti-correct-response": _rule("qti-value+"),
    "qti-default-value": _rule("qti-value+"),
    "qti-value": _rule(),
    "qti-mapping": _rule("qti-map-entry+", "", "lower-bound upper-bound default-value"),
    "qti-map-entry": _rule("", "map-key mapped-value", "case-sensitive"),
    "qti-outcome-declaration": _rule(
        "qti-default-value?", "identifier cardinality", "base-type normal-maximum mastery-value"
    ),
    "qti-item-body": _rule(
        "(p|qti-choice-interaction|qti-order-interaction|qti-match-interaction)*"
    ),
    "qti-prompt": _rule(TEXT),
    "p": _rule(TEXT),
    "br": _rule(),
    "qti-choice-interaction": _rule(
        "qti-prompt? qti-simple-choice+", "response-identifier", "shuffle max-choices"
    ),
    "qti-order-interaction": _rule(
        "qti-prompt? qti-simple-choice+", "response-identifier", "shuffle"
    ),
    "qti-simple-choice": _rule(TEXT, "identifier"),
    "qti-match-interaction": _rule(
        "qti-prompt? qti-simple-match-set qti-simple-match-set",
        "response-identifier",
        "shuffle max-associations",
    ),
    "qti-simple-match-set": _rule("qti-simple-associable-choice*"),
    "qti-simple-associable-choice": _rule(TEXT, "identifier match-max"),
    "qti-text-entry-interaction": _rule("", "response-identifier", "expected-length"),
    "qti-response-processing": _rule(f"(qti-response-condition|{_SAID})*", "", "template"),
    "qti-response-condition": _rule("qti-response-if qti-response-else?"),
    "qti-response-if": _rule(f"{_VALUE} {_SAID}*"),
    "qti-response-else": _rule(f"{_SAID}*"),
    _SAID: _rule(_VALUE, "identifier"),
    "qti-and": _rule(f"{_VALUE}+"),
    "qti-gte": _rule(f"{_VALUE} {_VALUE}"),
    "qti-lte": _rule(f"{_VALUE} {_VALUE}"),
    "qti-match": _rule(f"{_VALUE} {_VALUE}"),
    "qti-sum": _rule("(qti-variable|qti-base-value|qti-test-variables)+"),
    "qti-variable": _rule("", "identifier"),
    "qti-correct": _rule("", "identifier"),
    "qti-base-value": _rule("", "base-type"),
    "qti-modal-feedback": _rule("qti-content-body?", "outcome-identifier identifier show-hide"),
    "qti-content-body": _rule("p*"),
    "qti-assessment-test": _rule(
        "qti-outcome-declaration* qti-test-part+ qti-outcome-processing?", "identifier title"
    ),
    "qti-test-part": _rule("qti-assessment-section+", "identifier navigation-mode submission-mode"),
    "qti-assessment-section": _rule(
        "qti-selection? qti-assessment-item-ref*", "identifier title visible"
    ),
    "qti-selection": _rule("", "select"),
    "qti-assessment-item-ref": _rule("", "identifier href"),
    "qti-outcome-processing": _rule(f"{_SAID}*"),
    "qti-test-variables": _rule("", "variable-identifier"),
}
# Version 2.1 has the paragraphs right inside, and demands what 3.0 has a default for.
OLDER = RULES | {
    "qti-assessment-item": _rule(
        RULES["qti-assessment-item"].inside, "identifier title adaptive time-dependent", "lang"
    ),
    "qti-modal-feedback": _rule("p*", "outcome-identifier identifier show-hide"),
    "qti-choice-interaction": _rule(
        RULES["qti-choice-interaction"].inside, "response-identifier shuffle max-choices"
    ),
    "qti-order-interaction": _rule(
        RULES["qti-order-interaction"].inside, "response-identifier shuffle"
    ),
    "qti-match-interaction": _rule(
        RULES["qti-match-interaction"].inside, "response-identifier shuffle max-associations"
    ),
}
_MIXED = {name for name, rule in RULES.items() if rule.inside == TEXT}
_TEXTS = _MIXED | {"qti-value", "qti-base-value"}


def broken(content: bytes, version: str) -> list[str]:
    """Return what an item or a test has that the schema of its version does not let it have."""
    rules = RULES if version == "3.0" else OLDER
    found = []
    for one in etree.fromstring(content).iter():
        name = _newer(one, version)
        rule = rules.get(name)
        if rule is None:
            found.append(f"{name} is no element")
            continue
        inside = "".join(f"{_newer(child, version)}," for child in one)
        if not _children(rule.inside).fullmatch(inside):
            found.append(f"{name} has {inside or 'nothing'}")
        given = {_hyphened(str(key)) for key in one.keys() if "schemaLocation" not in key}  # noqa: SIM118 - lxml
        if not rule.needs <= given <= rule.needs | rule.may:
            found.append(f"{name} has the attributes {sorted(given)}")
        words = (one.text or "") + "".join(child.tail or "" for child in one)
        if words.strip() and name not in _TEXTS:
            found.append(f"{name} has text")
        found += [
            f"{name}: {one.get(key)!r} is no identifier"
            for key in one.keys()  # noqa: SIM118 - lxml
            if key.lower().endswith("identifier") and not _IDENTIFIER.fullmatch(one.get(key) or "")
        ]
    return found


def _children(model: str) -> re.Pattern[str]:
    """Return what matches the names of children, each with a comma behind it."""
    return re.compile(re.sub(r"[\w-]+", r"(?:\g<0>,)", model).replace(" ", ""))


_PLAIN = frozenset({"p", "br"})


def _newer(one: etree._Element, version: str) -> str:
    name = etree.QName(one).localname
    return name if version == "3.0" or name in _PLAIN else f"qti-{_hyphened(name)}"


def _hyphened(name: str) -> str:
    return re.sub("[A-Z]", lambda found: f"-{found[0].lower()}", etree.QName(name).localname)
