"""Files of other programs, taken apart: which words of theirs become which part of a session."""
