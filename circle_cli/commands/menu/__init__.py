"""`circle` alone, and `resume`: what is unfinished, due or planned, and going on with it."""
