"""A piece of evidence, written from a session by whoever learnt something in it."""
