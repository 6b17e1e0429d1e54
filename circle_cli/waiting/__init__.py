"""For whoever waits at a terminal while something takes long."""
