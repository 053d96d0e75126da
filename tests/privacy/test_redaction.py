"""What has a pattern and identifies somebody is replaced by its kind."""

from __future__ import annotations

import pytest

from waymark.privacy.redaction import redact


@pytest.mark.parametrize(("text", "redacted"), [
    ("ring me on 07700 900123 ok", "ring me on [phone] ok"),
    ("her mail is kid.name@example.org", "her mail is [email]"),
    ("we live at CH1 2AB", "we live at [postcode]"),
    ("on insta @some.kid99", "on insta [handle]"),
    ("see https://x.example/abc?d=1 now", "see [link] now"),
    ("born 12/03/2011", "born [date of birth]"),
    ("what is outcome 21 and 999 or 101", "what is outcome 21 and 999 or 101"),
])
def test_items_with_a_pattern_are_replaced(text: str, redacted: str) -> None:
    """The kind stays, the item goes; police numbers and outcomes are nobody's data."""
    assert redact(text) == redacted
