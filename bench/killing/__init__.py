"""What `bench/kills.py` stops, where it stops it, and what it looks at then."""
