from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from deck_trip import deck_of, exported, published, said, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enablekit.model.asset import Asset
from enablekit.usecases.load import load

MARP = """\
---
marp: true
theme: gaia
paginate: true
_class: lead
type: deck
---

<!-- _class: lead -->

# Fewer disputes

An hour with finance

<!--
[1:30]
Thank you for the time.

ASK: Who calls when nobody pays?
-->

---

<!-- backgroundColor: #fff -->

## What we heard

* 9% are disputed
* 16% of the **value**
  1. most are about *price*
  2. some about `quantity`

![bg right:40%](https://example.org/chart.png)

<!-- First thought. -->
<!-- Second thought: say it --\\> slowly. -->

---

| Cause | Share |
| :-- | --: |
| Price \\| terms | 31% |
| Rest, `a\\|b` | 69% |

---

> Start generous.
>
> — Tobias Wenk

```python
print("---")
# no heading
```

<!--
TRANSITION: One question is left.
-->
"""

SLIDEV = """\
---
theme: seriph
title: Fewer disputes
type: deck
---

# Fewer disputes

An hour with finance

<!--
Welcome them.

[click] Show the table.
-->

---
layout: two-cols
class: text-left
---

# What it costs

- 2,700 disputes
- 7,020 hours

<!-- This is a sum, not a study. -->

---
layout: center
background: /cover.png
transition: slide-left
---

# Questions

<!--
time=45s
ASK: Whose files, and when?
IF ASKED: What does it cost? — Nothing.
-->
"""

REVEAL = """\
---
title: Fewer disputes
type: deck
---
# Fewer disputes

An hour with finance

Note: Welcome them. Take a seat.

---

<!-- .slide: data-background="#ff0000" -->
## What it costs

- 2,700 disputes <!-- .element: class="fragment" -->
- 7,020 hours

Notes:
[0:45]
This is a sum, not a study.
SHOW: Put in their own count.

---

## One question

Whose files, and when?
"""

REMARK = """\
---
title: Fewer disputes
type: deck
---
class: center, middle
name: start

# Fewer disputes

An hour with finance

???

Welcome them.

---

layout: false
class: inverse

## What it costs

1. 2,700 disputes
2. 7,020 hours

???
[1:15]
This is a sum, not a study.
ASK: Which number matters?

---
## One question

Whose files, and when?
"""

PANDOC = """\
---
title: Fewer disputes
type: deck
---

# Why they do not pay

## What it costs

- 2,700 disputes
- 7,020 hours

::: notes
[1:00]
This is a sum, not a study.

- one
- two
:::

## What changes

Disputes fell[^1].

[^1]: Median of 12 customers.

### In detail

From 8.6% to 3.4%.

## One question

Whose files, and when?

::: notes
ASK: Which day suits you?
:::
"""

DECKS = {"marp": MARP, "slidev": SLIDEV, "reveal": REVEAL, "remark": REMARK, "pandoc": PANDOC}
TITLES = {
    "marp": ["Fewer disputes", "What we heard", "Cause Share Price | terms 31% Rest, a|b…",
             "Start generous. — Tobias Wenk"],
    "slidev": ["Fewer disputes", "What it costs", "Questions"],
    "reveal": ["Fewer disputes", "What it costs", "One question"],
    "remark": ["Fewer disputes", "What it costs", "One question"],
    "pandoc": ["Why they do not pay", "What it costs", "What changes", "One question"],
}  # fmt: skip
NOTED = {"marp": [0, 1, 3], "slidev": [0, 1, 2], "reveal": [0, 1], "remark": [0, 1],
         "pandoc": [1, 3]}  # fmt: skip


@pytest.mark.parametrize("dialect", DECKS)
def test_each_dialect_is_read_whole(tmp_path: Path, dialect: str) -> None:
    asset = deck_of(published(tmp_path, DECKS[dialect]))
    assert [slide.title for slide in asset.body.slides] == TITLES[dialect]
    assert [note.slide for note in asset.body.notes] == NOTED[dialect]
    shown = " ".join(slide.text for slide in asset.body.slides)
    assert not [word for word in ("layout", "class", "background", "name:") if word in shown]


@pytest.mark.parametrize("dialect", DECKS)
def test_a_deck_comes_back_from_marp_as_it_was(tmp_path: Path, dialect: str) -> None:
    before = published(tmp_path / "a", DECKS[dialect])
    after = published(tmp_path / "b", exported(before))
    one, other = deck_of(before), deck_of(after)
    assert [slide.title for slide in other.body.slides] == [
        slide.title for slide in one.body.slides
    ]
    assert words(other) == words(one)
    assert [(note.slide, note.text) for note in other.body.notes] == [
        (note.slide, note.text) for note in one.body.notes
    ]
    assert said(after) == said(before)
    again = exported(after)
    assert again == exported(published(tmp_path / "c", again))


def test_the_deck_of_the_example_comes_back_as_it_was(checkout: Path, tmp_path: Path) -> None:
    before = load(checkout / "examples/meridian", now="2026-11-01")
    name = "first-meeting-deck"
    after = published(tmp_path, exported(before, name))
    one, other = deck_of(before, name), deck_of(after)
    assert len(other.body.slides) == 12
    assert [slide.title for slide in other.body.slides] == [
        slide.title for slide in one.body.slides
    ]
    assert words(other) == words(one)
    assert [note.text for note in other.body.notes] == [note.text for note in one.body.notes]
    assert said(after) == said(before, name)


SPEC = os.environ.get("ENABLEKIT_COMMONMARK_SPEC", "")
# A list item in which a heading runs into the next line, line ends written as references, an HTML
# block that swallows the slide after it, and tags in what only looks like a link.
NOT_AS_IT_WAS = {38, 172, 299, 493}


@pytest.mark.skipif(not SPEC, reason="the CommonMark specification is not here")
def test_every_way_to_write_markdown_comes_back_with_its_words(tmp_path: Path) -> None:
    found = re.findall(
        r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$",
        Path(SPEC).read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    for number, example in enumerate(found):
        text = f"# Head\n\n---\n\n{example.replace('→', chr(9))}\n\n---\n\n# Tail\n"
        (tmp_path / f"a/x{number}.md").write_text(
            f"---\ntype: deck\nid: x{number}\n---\n\n{text}", encoding="utf-8"
        )
    before = load(tmp_path / "a", now="2026-11-01")
    for one in before.compiled:
        name = one.guide.asset.id
        text = exported(before, name).replace("type: deck", f"type: deck\nid: {name}", 1)
        (tmp_path / f"b/{name}.md").write_text(text, encoding="utf-8")
    after = {
        one.guide.asset.id: one.guide.asset
        for one in load(tmp_path / "b", now="2026-11-01").compiled
    }

    def shown(asset: Asset) -> object:
        return [(slide.title, slide.text.split()) for slide in asset.body.slides], [
            note.text for note in asset.body.notes
        ]

    assets = [one.guide.asset for one in before.compiled]
    other = {int(one.id[1:]) for one in assets if shown(one) != shown(after[one.id])}
    assert len(assets) > 600
    assert other <= NOT_AS_IT_WAS


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES, LINES, LINES)
def test_whatever_words_a_deck_has_come_back(
    tmp_path: Path, title: str, point: str, note: str
) -> None:
    source = f"---\ntype: deck\n---\n\n# x{title}\n\n- x{point}\n\n{point}\n\n---\n\nx{note}\n"
    before = published(tmp_path / "a", source)
    after = published(tmp_path / "b", exported(before))
    one, other = deck_of(before), deck_of(after)
    assert [slide.title for slide in other.body.slides] == [
        slide.title for slide in one.body.slides
    ]
    assert words(other) == words(one)
