"""What goes from a log to a base: chosen and checked, shown, and sent."""
