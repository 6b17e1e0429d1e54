"""Where a session is: in git's history, in all files of the log, and by which words it is known there."""
