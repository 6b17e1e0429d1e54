"""What nothing explains: every word of a text is accounted for, or found."""
