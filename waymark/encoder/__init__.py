"""The sentence encoder: from the packages that carry it to vectors on one CPU.

A parent's words are turned into numbers here, on this machine, and nowhere else:
nothing in this folder opens a network connection once the weights are in place.
"""
