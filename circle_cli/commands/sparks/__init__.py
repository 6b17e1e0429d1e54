"""Sparks at the terminal: kept, listed, and offered when a session begins."""
