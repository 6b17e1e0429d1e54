"""Asking: what is asked in which order (pure), the draft on disk, the terminal and the plain terminal."""
