"""What was found: its record, marks joined and settled, and what could be said instead."""
