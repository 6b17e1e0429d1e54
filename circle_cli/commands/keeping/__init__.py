"""Keeping the log: `init`, `edit`, `done`, `rename`, `delete`, `discard`, `undo`."""
