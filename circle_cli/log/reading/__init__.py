"""The sessions of a log, read: listed, searched, and what is still to do."""
