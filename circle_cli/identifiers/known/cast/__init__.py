"""The cast: as people give it, in the shapes in which they write it, and looked for in a text."""
