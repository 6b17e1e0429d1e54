"""What goes to a second reader who has not got the log, and what comes back: two files, each signed."""
