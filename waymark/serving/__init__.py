"""Running Waymark: the launcher, its words, its in-process actions."""
