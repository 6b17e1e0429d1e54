"""What keeps working: what the sessions of a log have in common, in figures."""
