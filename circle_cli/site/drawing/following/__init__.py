"""What somebody can follow: the feeds, and the page that says how."""
