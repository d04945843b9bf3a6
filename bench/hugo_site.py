"""A small Hugo site that writes four pages for each asset, to measure against."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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


def write(folder: Path) -> None:
    """Lay the site's configuration and theme around a folder that holds `content/`."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
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
