"""What sets QTI 2.1 and 3.0 apart: names, namespaces, addresses of templates, resource types."""

from __future__ import annotations

import re
from dataclasses import dataclass

from enablekit.packing.xml_element import Element, renamed

_LETTER_AFTER_HYPHEN = re.compile(r"-([a-z])")
_PREFIX = "qti-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """
    A version of QTI.

    Attributes:
        version: As people write it.
        prefixed: Whether elements are called `qti-choice-interaction`, not `choiceInteraction`.
        namespace: Of items and tests.
        schema: Where their schema is.
        template: The address of a response processing template, with `{}` for its name.
        package_namespace: Of the manifest.
        package_schema: What the manifest calls the kind of package, and its version.
        resource: What the manifest calls a file, with `{}` for `item` or `test`.
        feedback_body: Whether modal feedback holds what it says in an element of its own.

    """

    version: str
    prefixed: bool
    namespace: str
    schema: str
    template: str
    package_namespace: str
    package_schema: tuple[str, str]
    resource: str
    feedback_body: bool


# https://www.imsglobal.org/question/qtiv2p1/imsqti_implv2p1.html
QTI21 = Dialect(
    version="2.1",
    prefixed=False,
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/{}",
    package_namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema=("QTIv2.1 Package", "1.0.0"),
    resource="imsqti_{}_xmlv2p1",
    feedback_body=False,
)
# https://www.imsglobal.org/spec/qti/v3p0/impl
QTI30 = Dialect(
    version="3.0",
    prefixed=True,
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/{}.xml",
    package_namespace="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema=("QTI Package", "3.0.0"),
    resource="imsqti_{}_xmlv3p0",
    feedback_body=True,
)


def rooted(root: Element, dialect: Dialect) -> Element:
    """
    Return the root of a file, written with the names of 3.0, in the names of a version.

    It gets its namespace and the place of its schema.
    """
    spaces = (
        ("xmlns", dialect.namespace),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", f"{dialect.namespace} {dialect.schema}"),
    )
    spelled = root if dialect.prefixed else renamed(root, _older, _camel)
    return Element(
        name=spelled.name,
        attributes=(*spaces, *spelled.attributes),
        children=spelled.children,
    )


def _older(name: str) -> str:
    """Return an element's name in 2.1; those of HTML are the same in both."""
    return _camel(name.removeprefix(_PREFIX)) if name.startswith(_PREFIX) else name


def _camel(name: str) -> str:
    return _LETTER_AFTER_HYPHEN.sub(lambda found: found[1].upper(), name)
