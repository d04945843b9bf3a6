"""The packages: what is in them, and that they work away from the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pathspec import GitIgnoreSpec

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
ENDINGS = {
    ".css", ".html", ".j2", ".js", ".py", ".svg", ".ttf", ".txt", ".typ", ".typed", ".yaml", ".yml",
}  # fmt: skip


def _sources(*tops: str) -> set[str]:
    """List the files of the checkout, or of a part of it, but for what git ignores."""
    lines = (CHECKOUT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = GitIgnoreSpec.from_lines([*lines, ".git"])
    found = set()
    for top in tops or [path.name for path in CHECKOUT.iterdir()]:
        if ignored.match_file(f"{top}/"):
            continue
        paths = (CHECKOUT / top).rglob("*") if (CHECKOUT / top).is_dir() else [CHECKOUT / top]
        names = {path.relative_to(CHECKOUT).as_posix() for path in paths if path.is_file()}
        found |= names - set(ignored.match_files(names))
    return found


def _copy_of_the_checkout(folder: Path) -> Path:
    for name in _sources():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / name, folder / name)
    return folder


def _run(*command: str | Path, cwd: Path) -> str:
    """Run a program that knows nothing of this checkout or of this test's settings."""
    kept = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR", "TEMP")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    ended = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def _built(source: Path, out: Path, kind: str) -> Path:
    _run(
        *(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", out, source),
        cwd=out,
    )
    (made,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(CHECKOUT, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(CHECKOUT, tmp_path_factory.mktemp("wheel"), "wheel")


def _environment(folder: Path) -> Path:
    """Make an environment with all that this one has but enablekit; return its Python."""
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    paths = {"base": str(folder), "platbase": str(folder)}
    site_packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    # Paths named by a .pth file are not searched for further .pth files, so the editable install
    # of this checkout is not borrowed with the rest.
    (site_packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    return scripts / ("python.exe" if os.name == "nt" else "python")


def _pip(python: Path, *arguments: str | Path, cwd: Path) -> None:
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", *arguments, cwd=cwd)


def test_the_wheel_holds_the_package_with_the_templates_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    code = {name.removeprefix("src/") for name in _sources("src/enablekit")}
    templates = {f"enablekit/{name}" for name in _sources("templates")}
    version = PROJECT["project"]["version"]
    about = {
        f"enablekit-{version}.dist-info/{name}"
        for name in ("METADATA", "WHEEL", "entry_points.txt", "licenses/LICENSE", "RECORD")
    }

    assert names == code | templates | about
    assert "enablekit/templates/site/guide.html.j2" in names
    assert {Path(name).suffix for name in code | templates} <= ENDINGS


def test_the_sdist_holds_what_git_holds(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}

    assert names == _sources() | {"PKG-INFO"}


def test_the_wheel_made_from_the_sdist_is_the_same_to_the_byte(
    sdist: Path, wheel: Path, tmp_path: Path
) -> None:
    with tarfile.open(sdist) as archive:
        # Debian's Python 3.11 knows no filter yet, and 3.12 wants one.
        safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        archive.extractall(tmp_path, **safely)  # noqa: S202 - our own archive
    (source,) = tmp_path.iterdir()
    out = tmp_path / "out"
    out.mkdir()

    again = _built(source, out, "wheel")

    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_works_in_an_environment_away_from_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    python = _environment(tmp_path / "environment")
    _pip(python, wheel, cwd=tmp_path)
    program = python.with_name("enablekit")
    project = tmp_path / "project"
    project.mkdir()

    where = _run(python, "-c", "import enablekit; print(enablekit.__file__)", cwd=project)
    version = _run(program, "--version", cwd=project)
    _run(program, "init", "--no-input", cwd=project)
    _run(program, "new", "case-study", "A first story", cwd=project)
    summary = _run(program, "build", "--drafts", "--now", "2026-11-01", cwd=project)

    assert Path(where.strip()).is_relative_to(tmp_path)
    assert version == f"enablekit {PROJECT['project']['version']}\n"
    assert summary.startswith("1 asset for internal: 1 with guidance")
    assert "A first story" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_an_editable_install_sees_a_changed_template_at_once(tmp_path: Path) -> None:
    copy = _copy_of_the_checkout(tmp_path / "copy")
    python = _environment(tmp_path / "environment")
    _pip(python, "--no-build-isolation", "--editable", copy, cwd=tmp_path)
    template = copy / "templates" / "site" / "about.html.j2"
    text = template.read_text(encoding="utf-8")
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.md").write_text("# A piece\n\nWith a sentence.\n", encoding="utf-8")

    template.write_text(text.replace("{% block main %}", "{% block main %}Hello"), encoding="utf-8")
    _run(python, "-m", "enablekit", "build", "--now", "2026-11-01", cwd=project)

    page = (project / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert "Hello" in page


def test_what_is_published_about_the_package_is_what_the_project_says(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("/METADATA"))
        metadata = archive.read(name).decode()

    assert "Requires-Python: >=3.11" in metadata
    assert "License-Expression: MIT" in metadata
    assert "# enablekit" in metadata
    assert PROJECT["project"]["version"] == _version_in_the_code()


def _version_in_the_code() -> str:
    text = (CHECKOUT / "src" / "enablekit" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    assert found is not None
    return found[1]
