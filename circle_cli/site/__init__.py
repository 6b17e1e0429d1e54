"""The site: the guidance as pages to read. It never opens a session: it may import only what reads guidance."""
