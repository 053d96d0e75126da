"""What happened: from seven kinds of facts to a plan for now, today and this week.

The words are those of `content/plan/`. No Rasa here, and nothing that identifies anybody:
a plan knows kinds ("sent", "11-13", "Scotland"), never a name, a place or what was typed.
"""
