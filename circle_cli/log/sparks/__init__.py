"""The sparks of a log: found, kept, and marked once a session begins with them."""
