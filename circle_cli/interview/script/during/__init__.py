"""What is asked while a session takes place: after each question, at its end, and in the closing round. Pure."""
