from __future__ import annotations

import pytest
from rule_spec import FOLDER, Case, cases, of

from enablekit.checking.repairs import mended
from enablekit.config.project import Config
from enablekit.extend.surroundings import Surroundings
from enablekit.linking.library import cut, link
from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.model.source import SourceFile
from enablekit.parsing import project_file
from enablekit.parsing.asset import parse
from enablekit.rules import RULES

BY_NAME = {rule.RULE.name: rule for rule in RULES}
SIDECAR = ".enable.yaml"


def reported(case: Case, files: dict[str, str]) -> list[Finding]:
    """Check a project in memory with one rule."""
    config = Config()
    if "enablekit.yaml" in files:
        config, trouble = project_file.read("enablekit.yaml", files["enablekit.yaml"].encode())
        assert trouble == ()
    parsed = [parse(one, config)[0] for one in sources(files)]
    assets = [one for one in parsed if one is not None]
    library, _ = link(assets, config, Audience.INTERNAL, case.today)
    around = Surroundings(
        library=library, config=config, today=case.today, files=frozenset(files), sources=files
    )
    rule = BY_NAME[case.rule]
    found = [
        one
        for asset in assets
        if (whole := cut(asset, library))
        for one in rule.check(whole, around)
    ]
    assert {one.code for one in found} <= {rule.RULE.code}
    return sorted(found, key=lambda one: one.order)


def sources(files: dict[str, str]) -> list[SourceFile]:
    found = []
    for path, text in files.items():
        if path.endswith(SIDECAR):
            name = path.removesuffix(SIDECAR)
            if not any(one.startswith(f"{name}.") and not one.endswith(SIDECAR) for one in files):
                found.append(SourceFile(path=path, sidecar=path, sidecar_data=text.encode(),
                                        is_text=False))  # fmt: skip
        elif path.endswith((".md", ".mdx")):
            beside = f"{path.rpartition('.')[0]}{SIDECAR}"
            sidecar = beside if beside in files else ""
            found.append(
                SourceFile(
                    path=path,
                    data=text.encode(),
                    sidecar=sidecar,
                    sidecar_data=files.get(sidecar, "").encode(),
                )
            )
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.rule}: {case.title}")
def test_a_rule_reports_what_its_specification_says(case: Case) -> None:
    found = reported(case, case.files)

    shown = tuple(
        f"{one.span.path}:{one.span.line}:{one.span.column} {one.message}" for one in found
    )
    assert shown == case.findings
    assert all(one.help for one in found)
    if case.fixed:
        after = dict(case.files)
        for path in case.fixed:
            repairs = [one.repair for one in found if one.repair and one.span.path == path]
            after[path], applied = mended(case.files[path], repairs)
            assert applied == len(repairs) > 0
            assert after[path] == case.fixed[path]
        assert [one for one in reported(case, after) if one.repair] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.RULE.name)
def test_a_rule_has_a_specification_that_begins_with_its_page(rule: object) -> None:
    about = rule.RULE  # type: ignore[attr-defined] # a rule, as the registry has them
    titles = [case.title for case in of(FOLDER / f"{about.name}.md")]
    assert titles[:2] == ["Wrong", "Right"]
    wrong, right = of(FOLDER / f"{about.name}.md")[:2]
    assert wrong.findings
    assert not right.findings
    assert about.wrong != about.right


def test_codes_and_names_are_used_once() -> None:
    codes = [rule.RULE.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.RULE.name for rule in RULES}) == len(RULES)
