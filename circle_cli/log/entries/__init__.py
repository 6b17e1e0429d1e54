"""Sessions in short: what a list shows of them, and how they are chosen and put in order."""
