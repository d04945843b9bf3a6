"""Checks and items as xAPI activities, the objects that statements are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.extend.item_key import TYPED
from enablekit.packing.activity_iris import activity_iri
from enablekit.packing.interactions import OPTIONS, PROMPTS, XAPI, interaction

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item
    from enablekit.model.publication import Compiled, Publication

# https://registry.tincanapi.com and https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
_ITEM = "http://adlnet.gov/expapi/activities/cmi.interaction"

EXTENSIONS = {
    "sure": "https://enablekit.dev/xapi/extensions/sure",
    "attempt": "https://enablekit.dev/xapi/extensions/attempt",
}


def check_activity(compiled: Compiled, publication: Publication) -> dict[str, Any]:
    """Return the activity of a check."""
    asset = compiled.guide.asset
    definition = {"type": ASSESSMENT, "name": {asset.language: asset.title}}
    if asset.summary:
        definition["description"] = {asset.language: asset.summary}
    return _activity(activity_iri(publication, "check", asset.id), definition)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongues:
    """
    The languages that the words of an item are in.

    Attributes:
        wording: Says what is ours, in the language of the site.
        content: The language of the asset, and so of what stands in it or was written beside it.

    """

    wording: Wording
    content: str

    @property
    def site(self) -> str:
        """The language of what is ours."""
        return self.wording.strings.language


def item_activity(item: Item, publication: Publication, tongues: Tongues) -> dict[str, Any]:
    """Return the activity of an item, with what may be answered and what is right."""
    told = interaction(item, XAPI)
    stem = {
        tongues.content if item.written else tongues.site: tongues.wording.told(item.stem),
    }
    definition: dict[str, Any] = {
        "type": _ITEM,
        "name": stem,
        "description": stem,
        "interactionType": told.type,
        "correctResponsesPattern": list(told.patterns),
        **_components(item, tongues),
    }
    return _activity(activity_iri(publication, "item", item.id), definition)


def _activity(iri: str, definition: dict[str, Any]) -> dict[str, Any]:
    return {"objectType": "Activity", "id": iri, "definition": definition}


def _components(item: Item, tongues: Tongues) -> dict[str, Any]:
    """Return what an answer is put together from (xAPI 1.0.3, Data 2.4.4.1)."""
    texts = tuple(option.text for option in item.options)
    if item.form == "sorting":
        groups = tuple(tongues.wording.say(group) for group in item.groups)
        return {
            "source": _named(PROMPTS, texts, tongues.content),
            "target": _named(OPTIONS, groups, tongues.site),
        }
    if item.form == "matching":
        return {
            "source": _named(PROMPTS, item.prompts, tongues.content),
            "target": _named(OPTIONS, texts, tongues.content),
        }
    if item.form in TYPED:
        return {}
    return {"choices": _named(OPTIONS, texts, tongues.content)}


def _named(ids: str, texts: tuple[str, ...], language: str) -> list[dict[str, Any]]:
    return [
        {"id": each, "description": {language: text}}
        for each, text in zip(ids, texts, strict=False)
    ]
