"""Readers without the log: what waits for them lies in a place of its own, and what they decide comes back."""
