"""The id of a learning point in words that can be read out, heard and typed again."""
