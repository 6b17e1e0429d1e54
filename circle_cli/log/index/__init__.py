"""A log's index: what lists and searches need of its sessions, kept so that their files need not be opened again."""
