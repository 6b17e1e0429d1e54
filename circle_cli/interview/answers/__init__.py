"""The answers, each declared once: its key in a draft, what its text means, and what becomes of it. Pure."""
