"""Taking a session out of a log for good: out of its history, and out of whatever else lies in its folder."""
