"""The identifier check: text, cast and lists in, findings out. `check.py` tells how a text is read."""
