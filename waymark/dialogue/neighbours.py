"""Which answers stand for which deed, and which it may be when it was not that."""

from __future__ import annotations

from waymark.dialogue.roles import Deed

Keys = tuple[str, ...]

HAPPENED: dict[Deed, str] = {
    Deed.SENT: "happened/child_sent", Deed.RECEIVED: "happened/child_received",
    Deed.PASSED_ON: "happened/child_shared_someone_else", Deed.SPREAD: "happened/image_spreading",
    Deed.WAS_ASKED: "happened/asked_for_pics", Deed.ASKED: "talk/boys_and_asking",
}
LAW: dict[Deed, str] = {
    Deed.SENT: "law/is_it_a_crime", Deed.RECEIVED: "law/having_received",
    Deed.PASSED_ON: "law/forwarding", Deed.SPREAD: "law/forwarding",
    Deed.WAS_ASKED: "law/asking_for_nudes", Deed.ASKED: "law/asking_for_nudes",
}
TAKEN = {
    Deed.SENT: "your child sent it", Deed.RECEIVED: "your child was sent it",
    Deed.PASSED_ON: "your child passed it on", Deed.SPREAD: "somebody else passed it on",
    Deed.WAS_ASKED: "your child was only asked", Deed.ASKED: "your child asked for it",
}
OTHER_WAY = {Deed.SENT: Deed.RECEIVED, Deed.RECEIVED: Deed.SENT, Deed.PASSED_ON: Deed.SPREAD,
             Deed.SPREAD: Deed.PASSED_ON, Deed.WAS_ASKED: Deed.ASKED, Deed.ASKED: Deed.WAS_ASKED}
INSTEAD: dict[Deed, Keys] = {
    Deed.SENT: ("happened/child_received", "happened/asked_for_pics", "happened/deepfake_of_child"),
    Deed.RECEIVED: ("happened/child_sent", "happened/asked_for_pics", "happened/unsolicited"),
    Deed.PASSED_ON: ("happened/child_received", "happened/child_sent", "happened/image_spreading"),
    Deed.SPREAD: ("happened/child_sent", "happened/child_received"),
    Deed.WAS_ASKED: ("happened/unsolicited", "happened/child_received", "happened/child_sent"),
    Deed.ASKED: ("happened/unsolicited", "happened/child_received", "happened/asked_for_pics"),
}
"""What it may have been, when it was not that."""

SAID = {
    "age": "your child is {years}", "adult_age": "the age is {years}",
    "nothing_yet": "nothing has happened yet", "real": "the picture is real",
    "fake": "the picture is a fake", "peer": "no adult is involved",
    "adult": "an adult may be involved", "stranger": "your child does not really know them",
    "pupil": "it is about a pupil", "relative": "it is about your {whose}",
    "somebody": "it is about {whose}", "unwanted": "your child did not ask for it",
}
"""What was taken, after "All right:"."""

FAKED, MADE = "happened/deepfake_of_child", "happened/child_made_deepfake"
ADULT, UNDER_13 = "happened/adult_involved", "happened/under_13"
NOT_UNDER_13 = 13
RECEIVED_KIND = ("happened/child_received", "law/having_received", "happened/asked_for_pics",
                 "happened/found_on_phone", "law/cyberflashing")
REAL: dict[str, Keys] = {
    FAKED: ("happened/child_sent", "happened/image_spreading"),
    MADE: ("happened/child_shared_someone_else", "happened/child_received"),
    "law/ai_deepfakes": ("law/is_it_a_crime", "law/forwarding"),
}
NOTHING_YET: Keys = ("talk/how_to_start", "talk/saying_no", "prevent/family_agreement")
NO_ADULT: Keys = ("happened/asked_for_pics", "happened/child_sent", "happened/child_received")
TEENAGER: Keys = ("happened/child_sent", "happened/child_received",
                   "happened/child_shared_someone_else")


def deed_of(key: str) -> Deed | None:
    """The deed that an answer is about."""
    return next((deed for table in (HAPPENED, LAW) for deed, name in table.items()
                 if name == key), None)


def instead(key: str) -> Keys:
    """What else it may be, on the same side of life, when an answer was not meant."""
    deed = deed_of(key)
    if deed is None:
        return ()
    if key.startswith("law/"):
        return tuple(dict.fromkeys(name for name in LAW.values() if name != key))[:3]
    return INSTEAD[deed]


def keys(deed: Deed, last: str) -> Keys:
    """The answer for a deed, on the side of life that was talked about: what to do, or the law."""
    topic, _, _ = last.partition("/")
    if topic == "police":
        return (LAW[deed], HAPPENED[deed])
    return (LAW[deed],) if topic == "law" else (HAPPENED[deed],)
