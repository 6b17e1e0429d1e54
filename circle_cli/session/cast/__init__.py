"""A cast, as what has to find its people in a text keeps it."""
