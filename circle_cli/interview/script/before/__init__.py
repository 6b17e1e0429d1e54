"""What is asked to prepare a session. Pure."""
