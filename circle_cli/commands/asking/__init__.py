"""Reflecting, and what is asked before and after: `reflect`, `prepare`, `follow-up`."""
