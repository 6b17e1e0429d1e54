"""What a reader can answer from a learning point's page, and what of it is handed out."""
