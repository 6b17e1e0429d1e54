"""What is asked, in which order, given what was answered so far. Pure."""
