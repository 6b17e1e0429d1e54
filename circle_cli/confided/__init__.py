"""What is told in confidence: by which words it says so, and is known wherever it lies."""
