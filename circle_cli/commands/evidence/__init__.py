"""Evidence of learning at the terminal: a piece of it from one session, and a portfolio from many."""
