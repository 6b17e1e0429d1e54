"""Git, which keeps the log's history: run, asked, and given what was saved."""
