"""The kinds of urgency, most pressing first."""

from __future__ import annotations

from enum import Enum


class Kind(str, Enum):
    """A kind of danger found beside the answer. The order is the order in which help is shown.

    1. A child who is in danger this minute needs 999 before anything else is read.
    2. and 3. Then life: a child's first, for this is a service about children, then the
       parent's, without whom nobody looks after the child.
    4. A grown-up who can reach a child can do more harm than a stranger far away, who
    5. wants money; what to do there is urgent within hours.
    6. That a child is writing changes to whom all this is said, not what is pressing.
    7. An adult with a sexual interest in children gets one thing only, and never before help
       for a child.
    """

    IMMEDIATE_DANGER = "immediate_danger"
    SUICIDE_SELF_HARM = "suicide_self_harm"
    PARENT_CRISIS = "parent_crisis"
    ADULT_CONTACT = "adult_contact"
    BLACKMAIL = "blackmail"
    CHILD_USER = "child_user"
    ADULT_CONCERN = "adult_concern"

    @property
    def pressing(self) -> int:
        """Its place in the order: 0 is the most pressing."""
        return list(Kind).index(self)
