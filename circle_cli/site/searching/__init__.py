"""The site's own search: from pages and the vocabulary, the files that a page of the site looks things up in. Pure."""
