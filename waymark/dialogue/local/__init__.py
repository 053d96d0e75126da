"""Help near a family: their council or Trust, their police, what runs locally, whom to call.

Where the family lives is a slot, as the code of an authority; what was asked and what was
named in passing is read from the events. Nothing that was typed is kept.
"""
