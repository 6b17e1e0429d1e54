"""The circle itself: its questions, roles, ways to use it and frameworks."""
