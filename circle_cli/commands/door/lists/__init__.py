"""The lists that a log adds to the identifier check: a second person reads them, and no name of any cast is in them."""
