"""Waymark: the answers a UK parent can trust, found from their own words."""
