"""What the template of a guide is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.site.asset_pages import AssetPages, piece_of
from enablekit.site.drafts import drafts_of
from enablekit.site.drawn import extracts_of
from enablekit.site.frame import mailable
from enablekit.site.guide_parts import do, know, proofs_of, prove, say, show
from enablekit.site.link_preview import link_preview
from enablekit.site.links import mail_address
from enablekit.site.markup import Linked

if TYPE_CHECKING:
    from enablekit.model.guide import BriefLine
    from enablekit.model.vocabulary import Person

_KINDS = {
    "Use it when": "use", "Say": "say", "Ask": "ask", "Send": "send", "Not when": "dont",
    "Don't": "dont",
}  # fmt: skip


def guide_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the guide's template."""
    proofs = proofs_of(pages)
    values = (
        pages.values()
        | know(pages)
        | say(pages, proofs)
        | show(pages)
        | do(pages)
        | prove(pages, proofs)
        | _people(pages)
        | _loose_ends(pages)
        | link_preview(pages)
    )
    parts = {
        "know": _KNOW, "say": _SAY, "show": _SHOW, "do": _DO, "prove": _PROVE,
    }  # fmt: skip
    values["parts"] = {part: any(values[name] for name in names) for part, names in parts.items()}
    values["authored"] = any(values["parts"].values())
    return values | {
        "brief": [_brief_line(pages, line) for line in pages.compiled.guide.brief],
        "drawn": extracts_of(pages.asset.evidence, pages.places),
        "drafts": drafts_of(pages.asset.drafts, pages.places, pages.frame.wording),
    }


# Which values make a part worth a heading.
_KNOW = ("tldr", "use_with", "do_not_use_when", "trigger", "pains", "stages", "job", "assumes")
_SAY = ("pitches", "tracks", "questions", "objections")
_SHOW = ("best_parts", "how")
_DO = ("channels", "minutes", "follow_up", "share", "next", "success_signal")
_PROVE = ("proofs", "must_know")


def _brief_line(pages: AssetPages, line: BriefLine) -> tuple[str, str, str, Linked | None]:
    """Return the kind, the label and the words of a line, and its place if it was drawn."""
    place = pages.places.lines(line.span) if line.drawn else None
    wording = pages.frame.wording
    return _KINDS.get(line.label, "other"), wording.say(line.label), wording.told(line.text), place


def _people(pages: AssetPages) -> dict[str, Any]:
    """Return whom to talk to, and who stands behind the asset."""
    guide, asset, people = pages.compiled.guide, pages.asset, pages.frame.people
    subject = pages.frame.wording.say("About “{title}”", title=asset.title)

    def named(person: Person | None) -> tuple[Linked, str] | None:
        link = mailable(person, subject=subject)
        return (link, person.role) if link and person else None

    return {
        "talk_to": named(guide.talk_to),
        "deputy": named(people.get(asset.deputy)),
        "experts": [
            found for expert in asset.experts if (found := named(people.get(expert))) is not None
        ],
        "file": _source_file(pages),
        "digest": asset.digest[:12],
        "piece": piece_of(asset) if asset.url else None,
    }


def _source_file(pages: AssetPages) -> Linked:
    return Linked(pages.asset.path, pages.places.source)


def _useful(pages: AssetPages) -> dict[str, str] | None:
    """Return where a reader says whether it helped: the project's address, else the owner's."""
    owner, publication = pages.compiled.guide.owner, pages.frame.publication
    to = publication.feedback or (owner.email.strip() if owner else "")
    if "@" not in to or not pages.frame.internal:
        return None
    say = pages.frame.wording.say
    about = f"{pages.asset.title} ({pages.asset.id}, {pages.asset.digest[:12]})"
    return {
        "to": to,
        "yes": mail_address(
            to, subject=say("Useful: {piece}", piece=about), body=say("What I used it for:") + " "
        ),
        "no": mail_address(
            to, subject=say("Not useful: {piece}", piece=about), body=say("Because:") + " "
        ),
    }


def _loose_ends(pages: AssetPages) -> dict[str, Any]:
    """Return the questions to the owner, and an e-mail that asks them."""
    guide = pages.compiled.guide
    wording = pages.frame.wording
    questions = [wording.say(missing.question) for missing in guide.missing]
    body = "\n".join(f"{number}. {question}" for number, question in enumerate(questions, 1))
    owner = guide.owner
    return {
        "missing": questions,
        "useful": _useful(pages),
        "ask_owner": mailable(
            owner,
            subject=wording.say("Guidance for “{title}”", title=guide.asset.title),
            body=f"{body}\n\n{guide.asset.path}\n",
        ),
        "filled": guide.filled,
        "required": guide.required,
        "replaces": [pages.neighbour(pages.root, other) for other in guide.replaces],
    }
