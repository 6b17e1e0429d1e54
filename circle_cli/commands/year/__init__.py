"""A practitioner's year at the terminal."""
