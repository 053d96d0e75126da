"""What is known before the first question: from the answer shown, and from dangers found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from waymark.plan.situation import Adult, Mood, Spread, Threats, What
from waymark.urgent.kinds import Kind

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "happened/child_sent": {"what": What.SENT.value},
    "happened/child_received": {"what": What.RECEIVED.value},
    "happened/unsolicited": {"what": What.RECEIVED.value},
    "happened/child_shared_someone_else": {"what": What.PASSED_ON.value},
    "happened/asked_for_pics": {"what": What.ASKED.value},
    "happened/sextortion": {"what": What.THREATENED.value},
    "happened/paid_blackmailer": {"what": What.THREATENED.value, "threats": Threats.PAID.value},
    "happened/image_spreading": {"what": What.SPREADING.value, "spread": Spread.YES.value},
    "happened/bullied_over_image": {"what": What.SPREADING.value, "spread": Spread.YES.value},
    "happened/found_on_phone": {"what": What.FOUND.value},
    "happened/deepfake_of_child": {"what": What.FAKE.value},
    "happened/child_made_deepfake": {"what": What.MADE_FAKE.value},
    "happened/adult_involved": {"adult": Adult.YES.value},
    "happened/child_distressed": {"mood": Mood.UPSET.value},
}
"""What an answer that fitted says about what happened."""

KINDS: Mapping[Kind, Mapping[str, str]] = {
    Kind.ADULT_CONTACT: {"adult": Adult.YES.value},
    Kind.BLACKMAIL: {"threats": Threats.YES.value},
    Kind.SUICIDE_SELF_HARM: {"mood": Mood.VERY_LOW.value},
}
"""What a danger that was found says."""

WITHDRAWN: Mapping[Kind, Mapping[str, str | None]] = {
    Kind.ADULT_CONTACT: {"adult": Adult.NO.value},
    Kind.BLACKMAIL: {"threats": Threats.NO.value},
    Kind.SUICIDE_SELF_HARM: {"mood": None},
}
"""What the parent says with "No, nobody threatens us"."""


def from_answers(shown: Iterable[str]) -> dict[str, str]:
    """What the answers shown say, oldest first: of what they agree on the last one counts."""
    found: dict[str, str] = {}
    for key in shown:
        said = ANSWERS.get(key, {})
        if "what" in said:
            found = {}
        found |= said
    return found


def from_kinds(kinds: Iterable[Kind]) -> dict[str, str]:
    """What the dangers found say."""
    found: dict[str, str] = {}
    for kind in kinds:
        found |= KINDS.get(kind, {})
    return found
