"""What `circle check` finds, and looks for in what everyone may read."""
