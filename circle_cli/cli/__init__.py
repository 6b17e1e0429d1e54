"""The command line: what each command can be told, in a module for each room of `commands/`, and what reads it."""
