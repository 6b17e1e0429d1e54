"""The door between private sessions and what everyone may read."""
