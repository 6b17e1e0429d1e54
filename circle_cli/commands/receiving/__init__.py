"""In a base: what teams sent, looked through, read once more, and taken in or returned."""
