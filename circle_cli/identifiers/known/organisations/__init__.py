"""Services that call themselves by plain words."""
