"""What has no place in a base, which everyone may read: what is private, and what nobody knows of."""
