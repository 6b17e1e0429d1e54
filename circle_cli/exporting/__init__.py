"""Sessions on their way out of a log: a document to hand on, tables, and what is said instead of names."""
