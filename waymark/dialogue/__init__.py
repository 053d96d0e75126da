"""The thread of a talk: what was said last, what was offered, what comes next."""
