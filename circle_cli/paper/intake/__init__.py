"""A filled-in sheet read back, from Word or Markdown."""
