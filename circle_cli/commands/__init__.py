"""What each command does: the edge where clock, chance, environment and terminal come in."""
