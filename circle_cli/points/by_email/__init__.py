"""An e-mail in which a reader of the site answers: as the page begins it, and as it is read when it has come in."""
