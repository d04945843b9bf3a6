"""The `programs:` of the project file."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from enablekit.encoding.slug import slug
from enablekit.model.program import ProgramPlan
from enablekit.model.value import Mapping
from enablekit.model.vocabulary import name_from_id
from enablekit.parsing import scalars
from enablekit.parsing.diagnoses import CONFIG_INVALID
from enablekit.parsing.entry_reader import read_entry

if TYPE_CHECKING:
    from enablekit.model.span import Span
    from enablekit.parsing.reading import Reading

_MOST = 100  # percent


def read(tree: Mapping, reading: Reading) -> tuple[ProgramPlan, ...]:
    """Read every program; one that cannot be used is reported and left out."""
    value = tree.get("programs")
    if value is None or scalars.is_empty(value):
        return ()
    if not isinstance(value, Mapping):
        fix = "Write `programs:` as `id: {name: …, steps: […]}` lines"
        reading.report(CONFIG_INVALID, value.span, "`programs` should be a mapping", fix=fix)
        return ()
    found: dict[str, ProgramPlan] = {}
    for entry in value.entries:
        plan = read_entry(ProgramPlan, entry.value, reading, entry.key, id=entry.key)
        if plan is not None and _is_sound(plan, entry.key_span, found, reading):
            name = plan.name or name_from_id(plan.id)
            found[slug(plan.id)] = dataclasses.replace(plan, name=name)
    return tuple(found.values())


def _is_sound(
    plan: ProgramPlan, span: Span, found: dict[str, ProgramPlan], reading: Reading
) -> bool:
    """Report what makes a program impossible to take, and tell whether it can be."""
    folder = slug(plan.id)
    wrong, fix = "", ""
    if not folder or folder in found:
        wrong, fix = "needs an id of its own", "Use letters, digits and hyphens, as in `new-reps`"
    elif not plan.steps:
        wrong, fix = "has no steps", "List its assets: `steps: [first-meeting-deck, …]`"
    elif plan.start and plan.end and plan.end < plan.start:
        wrong, fix = "ends before it starts", "Correct `start:` or `end:`"
    elif not 0 <= plan.pass_mark <= _MOST:
        wrong, fix = f"cannot be passed with {plan.pass_mark} percent", "Write `pass: 80`"
    elif any(days < 1 for days in plan.spacing) or list(plan.spacing) != sorted(set(plan.spacing)):
        wrong, fix = "has days that do not rise", "Write them from few to many: `spacing: [2, 7]`"
    if wrong:
        reading.report(CONFIG_INVALID, span, f"the program `{plan.id}` {wrong}", fix=fix)
    return not wrong
