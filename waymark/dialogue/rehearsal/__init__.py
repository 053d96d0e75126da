"""Practising a talk: Waymark plays the child, the parent tries out what to say.

The words are those of `content/starters/`. Where a rehearsal stands is read from the
conversation's events, like the rest of the thread.
"""
