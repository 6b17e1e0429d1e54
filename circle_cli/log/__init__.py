"""The folder of sessions: saving, git, index, search, actions."""
