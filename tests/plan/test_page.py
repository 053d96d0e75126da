"""The page of a plan: whole by itself, without anything personal, and it prints on two pages."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import httpx
import pytest
from pypdf import PdfReader

from tests.browser import print_to_pdf
from tests.conftest import CONTENT
from waymark.channels.pages import address, headers, show
from waymark.content.library import Library
from waymark.plan import letter, page
from waymark.plan.code import encode
from waymark.plan.folder import Folder, read
from waymark.plan.making import make
from waymark.plan.situation import FIELDS, Situation

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def folder() -> Folder:
    return read(CONTENT)


def situation(**facts: str) -> Situation:
    found: dict[str, Any] = {name: FIELDS[name](value) for name, value in facts.items()}
    return Situation(**found)


def words(text: str) -> str:
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


FULL = situation(what="spreading", age="11-13", nation="Northern Ireland", adult="yes",
                 threats="paid", spread="yes", mood="very low")


def test_the_page_holds_the_whole_plan(folder: Folder, library: Library) -> None:
    """Every step, the law, the people with their numbers, and that nobody approved it yet."""
    plan = make(folder, FULL)
    text = words(page.plan_page(FULL, folder, library, today=TODAY))
    for line in (*(step.text for step in plan.steps), *plan.law):
        assert " ".join(line.split()) in text
    assert "0800 068 4141" in text and "0800 783 7745" in text and "call 999" in text
    assert "has not approved it yet" in text and "24 November 2026" in text


def test_the_page_knows_kinds_only(folder: Folder, library: Library) -> None:
    """What it says about the family are the chosen kinds, as the questions say them back."""
    text = words(page.plan_page(FULL, folder, library, today=TODAY))
    facts = "; ".join(folder.says(name, value) for name, value in FULL.settled.chosen)
    assert f"This plan is for: {facts}." in text
    assert "This plan is for" not in page.plan_page(Situation(), folder, library, today=TODAY)


def test_the_page_asks_nobody_for_anything(folder: Folder, library: Library) -> None:
    """No script, no picture, no font, no form: it can be saved and opened anywhere."""
    text = page.plan_page(FULL, folder, library, today=TODAY)
    assert not re.search(r"<script|<img|<link|<form|url\(|@import|src=|style=", text)


@pytest.mark.parametrize("facts", [
    {}, {"what": "sent", "age": "14-15", "nation": "England", "adult": "no"},
    {"what": "passed on", "age": "16-17", "nation": "Scotland", "spread": "yes", "mood": "upset"},
    {"what": "spreading", "age": "11-13", "nation": "Northern Ireland", "adult": "yes",
     "threats": "paid", "mood": "very low"},
])
def test_a_plan_prints_on_one_or_two_pages(
    facts: dict[str, str], folder: Folder, library: Library, tmp_path: Path
) -> None:
    """A4, two sides of one sheet at most, the last line with it."""
    path = tmp_path / "plan.html"
    path.write_text(page.plan_page(situation(**facts), folder, library, today=TODAY))
    pages = PdfReader(print_to_pdf(path, tmp_path / "plan.pdf")).pages
    assert len(pages) <= 2 and round(float(pages[0].mediabox.width)) == 595
    assert "call 999" in pages[-1].extract_text()


def test_the_longest_plan_was_printed(folder: Folder, library: Library) -> None:
    """No other plan is much longer than the longest that is printed in these tests."""
    longest = max(len(words(page.plan_page(Situation(*facts), folder, library, today=TODAY)))
                  for facts in list(product(*FIELDS.values()))[::97])
    assert longest <= 1.12 * len(words(page.plan_page(FULL, folder, library, today=TODAY)))


def test_the_policy_allows_one_style_sheet_and_nothing_else(folder: Folder, library: Library) -> None:
    """The hash in the policy is that of the style sheet in the page."""
    text = page.plan_page(FULL, folder, library, today=TODAY)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert headers()["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'")


def test_a_wrong_address_is_answered_kindly() -> None:
    """No plan there: status 404, what to do, somebody to call, and the same headers."""
    answer = show("zzzzz")
    text = words(answer.body.decode())
    assert answer.status == 404 and "no plan at this address" in text
    assert "0808 800 5000" in text and "call 999" in text
    assert answer.headers["cache-control"] == "no-store"


def test_each_message_fits_into_a_chat(folder: Folder, library: Library) -> None:
    """Messenger takes 2000 letters: every message of every plan is shorter."""
    for facts in list(product(*FIELDS.values()))[::31]:
        plan = make(folder, Situation(*facts))
        third = letter.third(plan, folder, library, local="x" * 120, today=TODAY)
        for text in (letter.first(plan, folder), letter.second(plan, folder), third):
            assert len(text) <= 2000, (plan.situation, len(text))


def test_a_number_past_its_date_is_not_printed(folder: Folder, library: Library) -> None:
    """As in every answer: what nobody has checked for too long is not shown."""
    text = words(page.plan_page(FULL, folder, library, today=date(2031, 1, 1)))
    assert "0800 068 4141" not in text and "www.papyrus-uk.org" in text


def test_the_page_is_served_and_kept_by_nobody(server: Any, folder: Folder) -> None:
    """GET /plan/<code>: the plan with its headers; a wrong code and deeper paths are 404."""
    found = httpx.get(f"{server.url}/plan/{encode(FULL)}", timeout=30)
    assert found.status_code == 200 and make(folder, FULL).steps[0].text in html.unescape(found.text)
    for name, value in headers().items():
        assert found.headers[name] == value
    assert "set-cookie" not in found.headers
    wrong = httpx.get(f"{server.url}/plan/zzzzz", timeout=30)
    assert wrong.status_code == 404 and wrong.headers["referrer-policy"] == "no-referrer"
    assert httpx.get(f"{server.url}/plan/", timeout=30).status_code == 404


def test_the_link_begins_where_parents_reach_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy the address is the public one."""
    from waymark.settings import settings

    monkeypatch.setenv("WAYMARK_ADDRESS", "https://waymark.example.org/")
    settings.cache_clear()
    try:
        assert address("abcde") == "https://waymark.example.org/plan/abcde"
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert address("abcde").startswith("http://127.0.0.1:")
