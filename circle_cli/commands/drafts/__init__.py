"""Interviews as commands hold them: drafts begun, found, left, gone on with, and saved as sessions."""
