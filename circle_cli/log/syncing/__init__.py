"""A log and its copy elsewhere: what differs, fetched, brought together in the folder, and sent."""
