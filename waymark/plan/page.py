"""A plan as one page to print or save: chosen kinds only, nothing loaded, nothing stored."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from waymark.content import letter
from waymark.content.library import Library
from waymark.plan import making
from waymark.plan.folder import Folder
from waymark.plan.letter import contact, for_whom
from waymark.plan.schema import Stage
from waymark.plan.situation import Situation

TEMPLATES = Path(__file__).parent / "templates"


def plan_page(situation: Situation, folder: Folder, library: Library, *, today: date) -> str:
    """The page of a plan, whole and by itself."""
    plan = making.make(folder, situation)
    return _templates().get_template("plan.html").render(
        plan=plan,
        Stage=Stage,
        phrases=folder.talk.phrases,
        facts=for_whom(plan, folder),
        contacts=[contact(service, today) for service in making.services(plan, library)],
        words=making.words(plan, library),
        labels={key: answer.label for key, answer in library.answers.items()},
        note="" if folder.approved else letter.STARTER,
        made_on=letter.day(today),
        style=style(),
    )


def missing_page(folder: Folder, library: Library, *, today: date) -> str:
    """What somebody reads whose address stands for no plan: kind, and with somebody to call."""
    service = library.services["nspcc_helpline"]
    return _templates().get_template("missing.html").render(
        help=folder.talk.phrases.help, contact=letter.contact(service, today), style=style())


@lru_cache(maxsize=1)
def style() -> Markup:
    """The style sheet that stands in each page; a file of ours, with nothing of anybody in it."""
    return Markup((TEMPLATES / "style.css").read_text(encoding="utf-8"))  # noqa: S704


@lru_cache(maxsize=1)
def policy() -> str:
    """The content security policy: nothing but the one style sheet, known by its hash."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True,
                       undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
