"""The log's history: commits, and taking a session out of it."""
