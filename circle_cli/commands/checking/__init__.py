"""`circle check`: every file looked at, what was found, and that all was well before."""
