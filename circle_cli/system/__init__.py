"""What Linux, macOS and Windows do differently."""
