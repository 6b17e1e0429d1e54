"""Taking a session out of the log for good: `erase`."""
