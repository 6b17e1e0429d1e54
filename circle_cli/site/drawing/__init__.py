"""The pages of the site, drawn: from the guidance and from the learning points, as values."""
