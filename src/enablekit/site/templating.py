"""Fills the site's templates, and says which template and line is wrong when one is."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, nodes
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from enablekit.encoding import json_data
from enablekit.encoding.noncharacters import NONCHARACTERS
from enablekit.encoding.wording import ENGLISH, Wording, tag
from enablekit.errors import UsageError
from enablekit.model.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from jinja2 import BytecodeCache

# What template code can raise besides Jinja's own errors: wrong types, missing keys, bad numbers.
_TEMPLATE_FAULTS = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError)

# HTML allows no control characters but white space, however they are escaped.
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{NONCHARACTERS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """
    Templates ready to be filled.

    Attributes:
        environment: Jinja with escaping always on; a name that is not there is an error.

    """

    environment: Environment

    def fill(self, name: str, values: Mapping[str, Any]) -> bytes:
        """
        Fill one template and return the page as UTF-8.

        Raises:
            UsageError: When the template is missing or wrong; names it and the line.

        """
        try:
            page = self.environment.get_template(name).render(values)
        except _TEMPLATE_FAULTS as fault:
            message = _said(fault, name)
            raise UsageError(
                message, hint="Mend the template, or remove it to use ours."
            ) from fault
        # Nearly every page is all signs that are seen, which is told thirty times as fast.
        if not page.replace("\n", "").replace("\xa0", "").isprintable():
            page = _CONTROL.sub("", page)
        return page.encode("utf-8", "replace")


def prepared(
    texts: Mapping[str, str], strings: Strings = ENGLISH, kept: BytecodeCache | None = None
) -> Templates:
    """
    Make templates ready from their texts by name; content in values is never a template.

    The same texts give the same templates, compiled once: a preview builds again and again.

    Args:
        texts: The templates.
        strings: What they say.
        kept: Where compiled templates are kept from one run to the next; None for nowhere.

    """
    # As text, a catalogue can be compared with the last one.
    said = json.dumps(asdict(strings), sort_keys=True)
    return _prepared(tuple(sorted(texts.items())), said, kept)


class _Said(NodeTransformer):
    """Puts the words of a catalogue into a template, so that filling it need not look them up."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named for the node
        """Replace `_("words")` by what to say."""
        self.generic_visit(node)
        text = node.args[0] if len(node.args) == 1 and not node.kwargs else None
        is_word = isinstance(node.node, nodes.Name) and node.node.name == "_"
        if not is_word or not isinstance(text, nodes.Const) or not isinstance(text.value, str):
            return node
        return nodes.Const(self.wording.say(text.value), lineno=node.lineno)


class _Worded(Environment):
    """
    Jinja that says words in one language.

    Attributes:
        wording: The words.
        said: All of them as one text, by which compiled templates are told apart.
        language: Which language they are.

    """

    wording: Wording
    said: str
    language: str

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:  # fmt: skip
        said = _Said(self.wording).visit(source)
        return super()._generate(said, name, filename, defer_init=defer_init)


@lru_cache(maxsize=2)
def _prepared(
    named: tuple[tuple[str, str], ...], said: str, kept: BytecodeCache | None
) -> Templates:
    texts = dict(named)

    def source(name: str) -> tuple[str, str, None] | None:
        return (texts[name], name, None) if name in texts else None

    environment = _Worded(
        loader=FunctionLoader(source),  # unlike a DictLoader it puts the name into tracebacks
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=kept,
    )
    strings = Strings(**json.loads(said))
    environment.said, environment.language = said, strings.language
    environment.wording = wording = Wording(strings=strings)
    environment.globals.update(
        {
            "_": wording.html,
            "_n": wording.html_count,
            "forms": lambda one, many: json_data.line(wording.forms(one, many)),
            "number": wording.number,
            "tag": tag,
        }
    )
    return Templates(environment=environment)


def _said(fault: Exception, name: str) -> str:
    if isinstance(fault, TemplateSyntaxError):
        return f"Template {fault.name or name}, line {fault.lineno}: {fault.message}"
    if isinstance(fault, TemplateNotFound):
        return f"There is no template named {fault.name or name}."
    where, line = _place(fault.__traceback__, name)
    return f"Template {where}, line {line}: {fault}"


def _place(trace: TracebackType | None, name: str) -> tuple[str, int]:
    """Return the innermost template and line of a traceback."""
    place = (name, 1)
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
