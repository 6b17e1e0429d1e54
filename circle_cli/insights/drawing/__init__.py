"""The figures as one page: drawn, and in tables."""
