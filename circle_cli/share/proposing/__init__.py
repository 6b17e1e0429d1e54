"""What an author is asked: the parts of a learning point, how it is found, and what the check pointed out."""
