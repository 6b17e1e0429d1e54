"""The folder of a learning log: where it is, saving into it, its history, and reading it back."""
