"""Evidence by the statements of a framework, gathered from many sessions in the person's own words."""
