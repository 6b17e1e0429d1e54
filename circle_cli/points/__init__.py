"""Learning points: all that crosses from the private log to what everyone may read. Their record and their file."""
