"""What is loaded before anything else, and loads nothing that Python has not loaded by then."""
