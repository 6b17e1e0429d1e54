"""Keeping the log: `init`, `edit`, `done`, `check`."""
