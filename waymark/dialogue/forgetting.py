"""Deleting a chat when a parent asks for it: asked about once, then done, then really gone.

What we say when it is done carries a mark. Whatever keeps conversations asks
`asks_to_forget` before it saves one, and removes it instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from waymark.dialogue import turns
from waymark.dialogue.turns import Event

ASK, DELETE, KEEP = "utter_ask_delete", "utter_chat_deleted", "utter_chat_kept"
"""The actions: our one question, yes, and no."""

QUESTION = {"confirm": "delete"}
"""What our question carries in `waymark`."""

MARK = "forget"
"""What our words carry in `waymark` when the chat is to be removed."""

HOW = "about/delete_my_chat"
"""The answer on how deleting works. An order to delete is taken for it, and is read here."""

_DO = r"(?:delete|delte|deleet|remove|erase|wipe|clear|scrub|destroy|bin|rub out|get rid of|forget|undo|unsend)"
_WHAT = (
    r"(?:(?:this|my|the|our|whole|entire|all|of|it|them|that|everything|every\s?thing|any|chat|chats|conversation|convo|talk|"
    r"messages?|msgs?|history|data|words|record|off|out|what|wot|i(?:'?ve| have)?|me|you|u|to|on|in|here|there|now|please|pls|"
    r"just|put|said|say|sed|told|typed|wrote|written|write|sent|asked|from|your|system|records?|memory|completely|"
    r"straight|away|right|and|tonight|today|so far)\b\s*)"
)
_ORDER = re.compile(rf"(?:(?:please|pls|can you|could you|ok|now|just|i want (?:you )?to|i'?d like (?:you )?to)\s+)*{_DO}\s+{_WHAT}{{1,14}}")
_THIS_CHAT = re.compile(
    r"\b(?:chat|convers\w+|convo|talk|history|told|typed|wrote|written|said|sed|put|messages? to you|my data|"
    r"(?:everything|all) (?:i|about me))\b"
)
_ABOUT_IT = re.compile(
    r"\b(?:how (?:do|does|can|could|would|should|long)|what (?:happens|do i have)|is (?:there|it) |are (?:there|my)|"
    r"if i (?:shut|close|leave|log)|can i|could i|do you|does (?:it|this)|will (?:you|it|this|he|she)|when|who)\b"
)
_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|yea|ya|y|aye|ok|okay|sure|please|pls|plz|do|it|go|on|ahead|definitely|"
    r"absolutely|of course|i am|i'?m|i do|certain|positive|delete|erase|wipe|remove|clear|all|of|everything|"
    r"that|this|the|my|chat|conversation|messages|now|then|thanks|thank you|get rid|you|can|want|to|i want)\b[\s,.!]*)+"
)
_SAYS_YES = re.compile(r"\b(?:y|ya|ye[sap]h?|yup|yeah|aye|ok|okay|sure|do|go|delete|erase|wipe|remove|clear|please|definitely|absolutely|of course|get rid|certain|positive|i am|i'?m)\b")
_NO = re.compile(
    r"(?:(?:no|nope|nah|na|n|not|now|keep|it|don'?t|dont|do|cancel|leave|stop|wait|actually|thanks|thank you|ta|"
    r"please|sorry|the|my|this|chat|that|yet|delete|i|changed|mind|never|rather|would|d|want|to)\b[\s,.!']*)+"
)
_SAYS_NO = re.compile(r"\b(?:no|nope|nah|na|n|not|keep|don'?t|dont|cancel|leave|never|stop|wait|changed)\b")
_SHORT = 4


def reply(events: Sequence[Event]) -> str | None:
    """The action that the latest message asks for, if it is about deleting the chat."""
    now = turns.latest(events)
    if now is None or turns.parse(now).get("chosen"):
        return None
    words = _plain(turns.typed(now))
    if any(said.get("confirm") == "delete" for said in turns.of_last_turn(events)):
        if is_no(words) or (len(words.split()) <= _SHORT and turns.label(now) == "deny"):
            return KEEP
        if is_yes(words) or is_order(words, turns.label(now)):
            return DELETE
        if len(words.split()) <= _SHORT and turns.label(now) == "small_talk/affirm":
            return DELETE
        return None
    return ASK if is_order(words, turns.label(now)) else None


def is_order(words: str, label: str) -> bool:
    """Whether somebody wants the chat gone, and does not only ask about it.

    `label`: what the message was taken for. A plain order is one whatever it was taken for.
    """
    words = _plain(words)
    plainly = bool(_ORDER.fullmatch(words) and _THIS_CHAT.search(words))
    return plainly or (label == HOW and not _ABOUT_IT.search(words))


def is_yes(words: str) -> bool:
    """Whether these words say yes to deleting, and nothing else."""
    words = _plain(words)
    return bool(_YES.fullmatch(words) and _SAYS_YES.search(words))


def is_no(words: str) -> bool:
    """Whether these words say no to deleting, and nothing else."""
    words = _plain(words)
    return bool(_NO.fullmatch(words) and _SAYS_NO.search(words))


def asks_to_forget(tracker: Any) -> bool:
    """Whether a conversation (a Rasa tracker) is to be removed and not saved: the reply to
    its latest message says that it is deleted."""
    for event in reversed(tracker.events):
        if event.type_name == "user":
            break
        if event.type_name == "bot":
            words = (event.metadata or {}).get("waymark") or {}
            if words.get(MARK):
                return True
    return False


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split()).strip(" .!")
