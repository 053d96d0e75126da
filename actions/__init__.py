"""Rasa actions: thin. They read the tracker, ask waymark, and speak."""
