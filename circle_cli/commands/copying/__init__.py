"""A session goes from one log into another: with its people, or with what to say instead of their names."""
