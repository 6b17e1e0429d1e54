"""What a log says to everyone in its own words."""
