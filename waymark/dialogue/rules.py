"""Rasa's RulePolicy with three things before it: help for the danger that a message tells of,
the place that we asked for, though it reads as something else, and what only the talk so far
explains: a correction, an order to delete the chat.

The rules never see that help was shown, so none of them has to be written twice, and the
answer to what was asked follows as if there had been no danger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from waymark.dialogue import danger, first
from waymark.dialogue.local import moves


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class Rules(RulePolicy):
    """Urgent help first, then what the talk so far explains, then whatever the rules say."""

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """The next action, for certain or not at all (see RulePolicy)."""
        recent = [event.as_dict() for event in tracker.events] if _tells_of_danger(tracker) else []
        if danger.due(recent):
            return self._certain(danger.ACTION, tracker, domain)
        if danger.ends_here(recent):
            return self._certain(ACTION_LISTEN_NAME, tracker, domain)
        reply = [event.as_dict() for event in tracker.events] if _asked_where(tracker) else []
        if moves.due(reply):
            return self._certain(moves.ACTION, tracker, domain)
        if moves.done(reply):
            return self._certain(ACTION_LISTEN_NAME, tracker, domain)
        before_rules = first.action(_told(tracker))
        if before_rules:
            return self._certain(before_rules, tracker, domain)
        plain = _without_help(tracker, domain)
        return super().predict_action_probabilities(plain, domain, rule_only_data, **kwargs)

    def _certain(
        self, action: str, tracker: DialogueStateTracker, domain: Domain
    ) -> PolicyPrediction:
        return self._rule_prediction(self._prediction_result(action, tracker, domain), action)


def _tells_of_danger(tracker: DialogueStateTracker) -> bool:
    latest = tracker.latest_message
    return latest is not None and bool((latest.parse_data or {}).get("urgent"))


def _told(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """The talk so far as plain data, where `first` may have something to say to it."""
    latest = tracker.latest_message
    if latest is None or not first.may_be(latest.text or "", latest.parse_data or {}):
        return []
    return [event.as_dict() for event in tracker.events]


def _asked_where(tracker: DialogueStateTracker) -> bool:
    """Whether our last words before the latest message ask where the family lives."""
    replied = False
    for event in reversed(tracker.events):
        replied = replied or isinstance(event, UserUttered)
        said = (event.metadata or {}).get("waymark") if isinstance(event, BotUttered) else None
        if replied and said:
            return bool(said.get("asked"))
    return False


def _without_help(tracker: DialogueStateTracker, domain: Domain) -> DialogueStateTracker:
    """The talk as the rules should see it: as it is, less the help that was shown."""
    if not any(_is_help(event) for event in tracker.events):
        return tracker
    return DialogueStateTracker.from_events(
        tracker.sender_id, list(_less_help(tracker.events)), tracker.slots.values(), domain=domain
    )


def _less_help(events: Iterable[Event]) -> Iterator[Event]:
    """Without the action and what it said; what a form does after it (a rejection) stays."""
    inside = False
    for event in events:
        if isinstance(event, (ActionExecuted, UserUttered)):
            inside = _is_help(event)
        if not (inside and isinstance(event, (ActionExecuted, BotUttered))):
            yield event


def _is_help(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == danger.ACTION
