"""The site: `circle site`."""
