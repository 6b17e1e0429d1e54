"""One page of what is new, for a meeting: what it says, and the three ways in which it is written. Pure."""
