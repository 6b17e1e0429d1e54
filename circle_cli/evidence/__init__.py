"""A practitioner's year: what is in it, and what of it would show others that they learnt."""
