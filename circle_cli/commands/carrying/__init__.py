"""What is brought into a log from elsewhere, and taken along from it."""
