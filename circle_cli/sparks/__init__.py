"""Sparks: single lines of what went well, kept as it happens; a session may begin with one later."""
