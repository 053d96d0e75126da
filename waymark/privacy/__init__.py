"""What identifies a child or a parent, and how it is kept off every disk."""
