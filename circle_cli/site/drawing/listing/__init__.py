"""The list of all learning points in pages: those that can be read without a script, and what a script looks up."""
