"""Reports from trying a learning point: told with `circle tried`, and read by a second person with `circle review`."""
