"""A session: the record, the file that holds it, and the ways into and out of that file."""
