"""From answers to a session's record, and back. Pure."""
