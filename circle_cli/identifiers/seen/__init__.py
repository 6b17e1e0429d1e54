"""What is seen: a text as its readers see it, what it hides, and its words."""
