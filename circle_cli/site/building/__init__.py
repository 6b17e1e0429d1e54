"""The steps of making the site: what goes in, and what is looked at before it is released."""
