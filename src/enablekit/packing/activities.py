"""Checks and items as xAPI activities, the objects that statements are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


def item_activity(item: Item, publication: Publication, wording: Wording) -> dict[str, Any]:
    """Return the activity of an item, with what may be answered and what is right."""
    language = wording.strings.language
    told = interaction(item, XAPI)
    definition: dict[str, Any] = {
        "type": _ITEM,
        "name": {language: wording.told(item.stem)},
        "description": {language: wording.told(item.stem)},
        "interactionType": told.type,
        "correctResponsesPattern": list(told.patterns),
        **_components(item, language, wording),
    }
    return _activity(activity_iri(publication, "item", item.id), definition)


def _activity(iri: str, definition: dict[str, Any]) -> dict[str, Any]:
    return {"objectType": "Activity", "id": iri, "definition": definition}


def _components(item: Item, language: str, wording: Wording) -> dict[str, Any]:
    """Return what an answer is put together from (xAPI 1.0.3, Data 2.4.4.1)."""
    texts = tuple(option.text for option in item.options)
    if item.form == "sorting":
        groups = tuple(wording.say(group) for group in item.groups)
        return {
            "source": _named(PROMPTS, texts, language),
            "target": _named(OPTIONS, groups, language),
        }
    if item.form == "matching":
        return {
            "source": _named(PROMPTS, item.prompts, language),
            "target": _named(OPTIONS, texts, language),
        }
    if item.form in {"numeric", "short"}:
        return {}
    return {"choices": _named(OPTIONS, texts, language)}


def _named(ids: str, texts: tuple[str, ...], language: str) -> list[dict[str, Any]]:
    return [
        {"id": each, "description": {language: text}}
        for each, text in zip(ids, texts, strict=False)
    ]
