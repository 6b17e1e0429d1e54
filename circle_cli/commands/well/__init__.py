"""What was well before, so that it is not judged again as long as nothing is different."""
