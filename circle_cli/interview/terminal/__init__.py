"""The terminal and the plain terminal: the edges at which somebody is asked."""
