"""Kept attempts as xAPI 1.0.3 statements: what was answered, completed, passed and failed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from enablekit.encoding.wording import Wording
from enablekit.extend.item_key import version_of
from enablekit.packing.activities import (
    ASSESSMENT,
    EXTENSIONS,
    Tongues,
    check_activity,
    item_activity,
)
from enablekit.packing.activity_iris import activity_iri
from enablekit.packing.kept_answers import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.attempt import Kept, KeptAnswer, KeptAttempt, KeptPulse
    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled, Publication

_VERBS = "http://adlnet.gov/expapi/verbs/"
_OURS = "https://enablekit.dev/xapi/extensions/"
_PROJECTS = "https://enablekit.dev/projects/"
_INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
_QUESTION = "http://adlnet.gov/expapi/activities/question"


def statements(kept: Kept, parcel: Parcel) -> tuple[dict[str, Any], ...]:
    """
    Return the statements of what one learner kept, in the order of the file.

    The same attempt has the same statement ids whenever it is exported, so that a record store
    that has it takes it once.

    Source: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md.
    """
    publication = parcel.publication
    everything = (*publication.compiled, *parcel.compiled)
    teller = _Teller(
        publication=publication,
        actor=actor_of(kept, publication),
        compiled={one.guide.asset.id: one for one in everything},
    )
    said = [one for attempt in kept.attempts for one in teller.attempted(attempt)]
    return (*said, *(teller.pulse(pulse) for pulse in kept.pulses))


def actor_of(kept: Kept, publication: Publication) -> dict[str, Any]:
    """Return the learner as an account at the site, or at the project where it has none."""
    home = publication.site_url or f"{_PROJECTS}{quote(publication.name, '', errors='replace')}"
    return {"objectType": "Agent", "account": {"homePage": home, "name": kept.learner}}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    publication: Publication
    actor: dict[str, Any]
    compiled: dict[str, Compiled]

    def attempted(self, attempt: KeptAttempt) -> Iterator[dict[str, Any]]:
        for answer in attempt.answers:
            yield self._answered(attempt, answer)
        done = self._about_check(attempt, "completed")
        yield {**done, "result": {"completion": True}}
        verb = "passed" if attempt.passed else "failed"
        result = {"success": attempt.passed, "score": _score(attempt)}
        yield {**self._about_check(attempt, verb), "result": result}

    def pulse(self, pulse: KeptPulse) -> dict[str, Any]:
        """Tell an answer that is neither right nor wrong."""
        language = self.publication.language
        name = {language: pulse.question}
        base = self._base("answered", pulse, self._iri("pulse", pulse.pulse))
        return {
            **base,
            "object": _activity(self._iri("pulse", pulse.pulse), {"type": _QUESTION, "name": name}),
            "result": {
                "response": pulse.answer,
                **_extended({f"{_OURS}chosen": list(pulse.chosen)} if pulse.chosen else {}),
            },
            "context": {
                **base["context"],
                "contextActivities": {"parent": [self._check(pulse)]},
            },
        }

    def _answered(self, attempt: KeptAttempt, answer: KeptAnswer) -> dict[str, Any]:
        item, name = self._item(attempt, answer), self._iri("item", answer.item)
        base = self._base("answered", attempt, name)
        response = written(item, answer) if item else ""
        extra: dict[str, Any] = {EXTENSIONS["sure"]: answer.sure}
        if answer.chosen and not response:
            extra[f"{_OURS}chosen"] = list(answer.chosen)
        if answer.typed is not None and answer.typed != response:
            extra[f"{_OURS}typed"] = answer.typed
        context = {**base["context"], "contextActivities": {"parent": [self._asked(attempt)]}}
        return {
            **base,
            "object": self._item_activity(attempt, item) if item else _unknown(name),
            "result": {
                **({"response": response} if response else {}),
                "success": answer.right,
                "extensions": extra,
            },
            "context": context,
        }

    def _about_check(self, attempt: KeptAttempt, verb: str) -> dict[str, Any]:
        asked = self._asked(attempt)
        base = self._base(verb, attempt, asked["id"])
        parents = {"contextActivities": {"parent": [self._check(attempt)]}} if attempt.only else {}
        return {**base, "object": asked, "context": {**base["context"], **parents}}

    def _base(self, verb: str, kept: KeptAttempt | KeptPulse, about: str) -> dict[str, Any]:
        account = self.actor["account"]
        who = f"{account['homePage']}\n{account['name']}"
        extensions = _details(kept, self._title_now(kept))
        return {
            "id": _named(f"{who}\n{verb}\n{about}\n{kept.asset}\n{kept.at}"),
            "actor": self.actor,
            "verb": {"id": f"{_VERBS}{verb}", "display": {"en": verb}},
            "timestamp": kept.at,
            "context": {
                "registration": _named(f"{who}\n{self._iri('check', kept.asset)}"),
                "platform": "enablekit",
                "language": self.publication.language,
                **_extended(extensions),
            },
        }

    def _item(self, attempt: KeptAttempt, answer: KeptAnswer) -> Item | None:
        """Return the item if its check is as it was; else nobody knows what was asked."""
        one = self.compiled.get(attempt.asset)
        if one is None or version_of(one.check) != attempt.check:
            return None
        return next((item for item in one.check.pool if item.id == answer.item), None)

    def _item_activity(self, attempt: KeptAttempt, item: Item) -> dict[str, Any]:
        language = self.compiled[attempt.asset].guide.asset.language
        wording = Wording(strings=self.publication.strings)
        return item_activity(item, self.publication, Tongues(wording=wording, content=language))

    def _asked(self, attempt: KeptAttempt) -> dict[str, Any]:
        """Return what was taken: the check, or the part of it that was asked again."""
        if not attempt.only:
            return self._check(attempt)
        part = f"{attempt.asset}/{'+'.join(sorted(attempt.only))}"
        name = {self.publication.language: attempt.title}
        return _activity(self._iri("part", part), {"type": ASSESSMENT, "name": name})

    def _check(self, kept: KeptAttempt | KeptPulse) -> dict[str, Any]:
        if kept.asset in self.compiled:
            return check_activity(self.compiled[kept.asset], self.publication)
        name = {self.publication.language: kept.title}
        return _activity(self._iri("check", kept.asset), {"type": ASSESSMENT, "name": name})

    def _title_now(self, kept: KeptAttempt | KeptPulse) -> str:
        one = self.compiled.get(kept.asset)
        return one.guide.asset.title if one else kept.title

    def _iri(self, kind: str, name: str) -> str:
        return activity_iri(self.publication, kind, name)


def _details(kept: KeptAttempt | KeptPulse, title_now: str) -> dict[str, Any]:
    """Return what a statement has no field for."""
    found: dict[str, Any] = {}
    for name in ("check", "parts", "only"):
        value = getattr(kept, name, "")
        if value:
            found[f"{_OURS}{name}"] = list(value) if isinstance(value, tuple) else value
    if kept.title != title_now:
        found[f"{_OURS}title"] = kept.title
    return found


def _score(attempt: KeptAttempt) -> dict[str, Any]:
    """Return the score; what is scaled is cut and never rounded up, as in packages."""
    scaled = attempt.right * 10_000 // attempt.of / 10_000
    return {"scaled": scaled, "raw": attempt.right, "min": 0, "max": attempt.of}


def _activity(iri: str, definition: dict[str, Any]) -> dict[str, Any]:
    return {"objectType": "Activity", "id": iri, "definition": definition}


def _unknown(iri: str) -> dict[str, Any]:
    return _activity(iri, {"type": _INTERACTION})


def _extended(extensions: dict[str, Any]) -> dict[str, Any]:
    return {"extensions": extensions} if extensions else {}


def _named(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name.encode("utf-8", "replace").decode()))
