"""`circle`: learning from practice that went well, in the terminal, in git and on the web."""

__version__ = "0.1.0"
