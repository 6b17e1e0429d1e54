"""What keeps working, at the terminal and as a page."""
