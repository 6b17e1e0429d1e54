"""Prints drawn as files: HTML, Markdown, Word."""
