"""A second reader without the log: a packet goes to them, a decision comes back, and is taken into the log."""
