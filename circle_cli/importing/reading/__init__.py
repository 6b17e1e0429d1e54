"""Each kind of file, read into entries: nothing that stands in one is dropped without being named."""
