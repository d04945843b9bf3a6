"""The shape of the code: who imports whom, how large things are, what a plug-in is made of."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import io
import re
import shutil
import statistics
import tokenize
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

from enablekit import question_kinds
from enablekit.extend.question_kind import QuestionKind

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "src" / "enablekit"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
SCRIPTS = tuple(sorted((CHECKOUT / "docs").glob("*.py")))
CODE = (*MODULES, *SCRIPTS, *sorted((CHECKOUT / "tests").rglob("*.py")))

MOST_LINES = 350
MEDIAN_LINES = 120
MOST_LINES_OF_A_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core"}
KIND_FILES = tuple(
    path for path in (PACKAGE / "question_kinds").glob("*.py") if path.name != "__init__.py"
)


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_every_import_contract_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    result = lint_imports(str(CHECKOUT / "pyproject.toml"), no_cache=True, no_logo=True)

    assert result == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model/span.py", "from enablekit.parsing import text"),
        ("linking/library.py", "from enablekit.parsing import text"),
        ("compilers/guide.py", "import random"),
        ("usecases/new.py", "import rich"),
        ("question_kinds/do_dont.py", "from enablekit.question_kinds import message_asset"),
        ("cli/build.py", "from enablekit.adapters import output_tree"),
    ],
    ids=lambda text: text.replace("/", "."),
)
def test_a_forbidden_import_is_noticed(
    module: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contracts = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    package = "enablekit_with_a_fault"  # under its own name: the real one is loaded already
    shutil.copytree(PACKAGE, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (tmp_path / package).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("from enablekit", f"from {package}"), encoding="utf-8")
    faulty = tmp_path / package / module
    text = faulty.read_text(encoding="utf-8")
    faulty.write_text(f"{text}\n{line.replace('enablekit', package)}\n", encoding="utf-8")
    settings = contracts[contracts.index("[tool.importlinter]") :].replace("enablekit", package)
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    result = lint_imports(str(tmp_path / "pyproject.toml"), no_cache=True, no_logo=True)

    assert result == 1


def test_no_module_is_longer_than_350_lines() -> None:
    too_long = {
        _name(path): _lines(path) for path in (*MODULES, *SCRIPTS) if _lines(path) > MOST_LINES
    }

    assert not too_long


def test_half_of_all_modules_are_shorter_than_120_lines() -> None:
    median = statistics.median(_lines(path) for path in MODULES)

    assert median <= MEDIAN_LINES


def test_every_function_fits_a_screen() -> None:
    too_long = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _body_lines(node) > MOST_LINES_OF_A_FUNCTION
    ]

    assert not too_long


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring, which may be as long as it needs."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_begins_with_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert docstring
    assert docstring.split("\n\n")[0].rstrip().endswith((".", "!", "?"))


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {_name(path) for path in CODE if path.stem.strip("_") in EMPTY_NAMES}

    assert not names


def test_only_the_screen_and_the_entry_point_print() -> None:
    printing = {
        _name(path)
        for path in MODULES
        if re.search(r"\bprint\(|sys\.std(?:out|err)\b", path.read_text(encoding="utf-8"))
    }

    assert printing == {"src/enablekit/__main__.py", "src/enablekit/cli/_screen.py"}


def test_every_value_of_the_model_is_frozen_slotted_and_keyword_only() -> None:
    loose = []
    for path in (PACKAGE / "model").glob("*.py"):
        module = importlib.import_module(f"enablekit.model.{path.stem}")
        classes: list[tuple[str, Any]] = inspect.getmembers(module, dataclasses.is_dataclass)
        for name, owner in classes:
            by_keyword = all(field.kw_only for field in dataclasses.fields(owner))
            frozen = owner.__dataclass_params__.frozen
            if not (frozen and by_keyword and "__slots__" in vars(owner)):
                loose.append(name)

    assert not loose


def test_every_suppression_says_why() -> None:
    bare = [
        f"{_name(path)}:{token.start[0]}"
        for path in CODE
        for token in tokenize.generate_tokens(
            io.StringIO(path.read_text(encoding="utf-8")).readline
        )
        if token.type == tokenize.COMMENT
        and re.search(r"noqa|type: ignore", token.string)
        and not re.search(r"(?:noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\]) +[-#] *\S", token.string)
    ]

    assert not bare


@pytest.mark.parametrize("path", KIND_FILES, ids=lambda path: path.stem)
def test_a_question_kind_is_one_file_one_line_and_one_test(path: Path) -> None:
    kind = importlib.import_module(f"enablekit.question_kinds.{path.stem}")
    promised = list(inspect.signature(QuestionKind.candidates).parameters)

    assert kind in question_kinds.KINDS
    assert path.stem == kind.NAME.replace("-", "_")
    assert kind.BLOOM in {"recall", "understand", "apply", "analyse"}
    assert inspect.isgeneratorfunction(kind.candidates)
    assert list(inspect.signature(kind.candidates).parameters) == promised[1:]
    tests = (CHECKOUT / "tests" / "unit" / "question_kinds").glob("test_*.py")
    assert any(path.stem in test.read_text(encoding="utf-8") for test in tests)


def test_no_pattern_relies_on_what_early_releases_of_python_3_11_match_wrongly() -> None:
    """Possessive groups are matched wrongly up to 3.11.4 (python/cpython#106052)."""
    possessive = re.compile(r"\)(?:[*+?]|\{\d+,?\d*\})\+")
    found = [
        f"{_name(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and possessive.search(node.value)
    ]  # fmt: skip

    assert not found
