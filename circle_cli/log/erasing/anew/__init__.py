"""A history written anew without a session, and the proof that nothing else is different."""
