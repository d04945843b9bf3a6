"""A QTI package: a test for each asset, a file for each item, and the manifest that lists them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from enablekit.encoding.wording import Wording
from enablekit.extend.item_in_words import in_words
from enablekit.packing.archive import archive
from enablekit.packing.qti_dialect import rooted
from enablekit.packing.qti_item import assessment_item, identifier
from enablekit.packing.qti_response import SCORE
from enablekit.packing.question_text import named_for
from enablekit.packing.xml_element import Element, document, element

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled
    from enablekit.packing.qti_dialect import Dialect


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resource:
    name: str
    kind: str
    path: str
    root: Element
    needs: tuple[str, ...] = ()


def package(parcel: Parcel, dialect: Dialect) -> bytes:
    """Return the zip archive; https://www.imsglobal.org/content/packaging for its layout."""
    wording = Wording(strings=parcel.publication.strings)
    resources: dict[str, _Resource] = {}
    for one in parcel.compiled:
        for resource in (_test(one, _pass_mark(parcel, one)), *_items(one, wording, dialect)):
            resources.setdefault(resource.name, resource)
    files = {"imsmanifest.xml": document(_manifest(tuple(resources.values()), dialect))}
    files |= {one.path: document(rooted(one.root, dialect)) for one in resources.values()}
    return archive(files)


def _items(one: Compiled, wording: Wording, dialect: Dialect) -> tuple[_Resource, ...]:
    # Kinds ask in the language of the site; where the piece has another, no one language is true.
    site, piece = wording.strings.language, one.guide.asset.language
    language = piece if piece.split("-")[0] == site.split("-")[0] else ""
    return tuple(
        _Resource(
            name=identifier("item", item.id),
            kind="item",
            path=f"items/{identifier('item', item.id)}.xml",
            root=assessment_item(in_words(item, wording), wording, dialect, language),
        )
        for item in one.check.pool
    )


def _pass_mark(parcel: Parcel, one: Compiled) -> int:
    """Return how many percent have to be right: what the program asks for, else the check."""
    own = parcel.program.plan.pass_mark if parcel.program else 0
    return own or one.check.pass_mark


def _test(one: Compiled, pass_mark: int) -> _Resource:
    """
    Return the test of an asset: as many items as the check asks, of all that it has.

    `mastery-value` is how many have to be right to pass.
    """
    check, asset = one.check, one.guide.asset
    name = identifier("test", asset.id)
    items = tuple(identifier("item", item.id) for item in check.pool)
    title = named_for(asset.title, asset.id)
    references = (
        element("qti-assessment-item-ref", identifier=item, href=f"../items/{item}.xml")
        for item in items
    )
    some = (element("qti-selection", select=str(len(check.items))),) if check.more else ()
    section = element(
        "qti-assessment-section",
        *some,
        *references,
        identifier=f"{name}-questions",
        title=title,
        visible="true",
    )
    part = element(
        "qti-test-part",
        section,
        identifier=f"{name}-part",
        navigation_mode="nonlinear",
        submission_mode="individual",
    )
    root = element(
        "qti-assessment-test",
        _points(len(check.items), pass_mark),
        part,
        _summing(),
        identifier=name,
        title=title,
    )
    return _Resource(name=name, kind="test", path=f"tests/{name}.xml", root=root, needs=items)


def _points(asked: int, pass_mark: int) -> Element:
    return element(
        "qti-outcome-declaration",
        element("qti-default-value", element("qti-value", "0")),
        identifier=SCORE,
        cardinality="single",
        base_type="float",
        normal_maximum=str(asked),
        mastery_value=f"{Decimal(asked * pass_mark) / 100:f}",
    )


def _summing() -> Element:
    points = element("qti-test-variables", variable_identifier=SCORE)
    total = element("qti-set-outcome-value", element("qti-sum", points), identifier=SCORE)
    return element("qti-outcome-processing", total)


def _manifest(resources: tuple[_Resource, ...], dialect: Dialect) -> Element:
    schema, version = dialect.package_schema
    listed = (
        element(
            "resource",
            element("file", href=one.path),
            *(element("dependency", identifierref=name) for name in one.needs),
            identifier=one.name,
            type=dialect.resource.format(one.kind),
            href=one.path,
        )
        for one in resources
    )
    return element(
        "manifest",
        element("metadata", element("schema", schema), element("schemaversion", version)),
        element("organizations"),
        element("resources", *listed),
        xmlns=dialect.package_namespace,
        identifier="enablekit-checks",
    )
