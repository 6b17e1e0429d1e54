"""Reading the log back: `list`, `show`, `search`, `actions`, `event`."""
