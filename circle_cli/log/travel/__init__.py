"""Between this computer and another place: the only git that opens a connection, and only where somebody asked."""
