"""The door: `scan`, `share`, `review`, `tried`, `withdraw`."""
