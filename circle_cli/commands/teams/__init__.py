"""A log that several people share: joining it, using it, bringing the copies of it together."""
