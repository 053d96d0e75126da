"""How well Waymark understands: measured on messages with known right answers."""
