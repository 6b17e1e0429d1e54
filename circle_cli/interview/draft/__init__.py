"""A draft: what a person wrote so far, kept as they write it, in a file of lines."""
