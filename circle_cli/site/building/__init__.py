"""The making of the site: what goes in, MkDocs, what is looked at before it is released, and the swap."""
