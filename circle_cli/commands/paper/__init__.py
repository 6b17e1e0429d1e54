"""Paper: `print`, `takeaway`, and putting what they make where it is wanted."""
