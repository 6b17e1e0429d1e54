"""The site: the guidance and the learning points as pages. It never opens a session, and imports nothing that could."""
