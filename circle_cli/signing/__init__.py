"""Signatures: who approved something, provable on any computer; and the readers whose approvals count in a log."""
