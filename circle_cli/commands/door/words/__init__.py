"""`circle review`, of what a log says on its site in its own words: which of it waits, and its reading."""
