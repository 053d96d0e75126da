"""The short phrases between the words of the starters."""

from __future__ import annotations

WELCOME = (
    "Let us practise. I play your child, and you try out what to say. Nothing can go wrong here."
)
WHICH_TALK = "Which talk would you like to practise?"
FITTED = "From what we just talked about, I chose the talk {talk}. You can change it below."
CHOSEN = "This is the talk {talk}. You can change it below."
HOW_OLD = "How old is your child? Then I can choose the right words."
ADULT = (
    "I can only practise talks with children under 18. From 18 on, the law and the help are "
    "different. If I misread you, how old is your child?"
)
WHEN = "When and where:"
OPENING = "How you could begin:"
WHAT_MIGHT = "What might your child do?"
CHILD = "Your child:"
WHAT_SAY = "What could you say? Choose one, or type it in your own words."
OPENS = "This can keep the door open."
CLOSES = "This can close the door."
THE_OTHER = "The other one:"
NATURAL = "Many of us would say that."
HELPS_MORE = "This may help more:"
THANKS = (
    "Thank you for putting it in your own words. Here is one that has been thought about, to "
    "compare:"
)
WHAT_NEXT = "What would you like to do next?"
ALL_PLAYED = "You have now tried all five. That takes some courage."
CLOSE = "You could end the talk like this:"
TAKE_AWAY = "What to keep from this talk:"
NOT_TO_SAY = "Better left unsaid:"
STOPPED = (
    "All right, we stop here. It does not have to be perfect, and you can always talk again. "
    "You can come back and practise at any time."
)
WE_WERE = "We were practising the talk {talk}."
BACK = "Back to practising."
MISSED = "I did not quite follow that. You can choose one of these, or stop here."
ONLY_FIVE = "These are the five I can play. Choose the one that comes nearest."
NOTED = "Thank you, I will keep that in mind."
NOTHING = "I have no talk to practise just now. Somebody to talk to can help you prepare."
