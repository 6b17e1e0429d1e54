"""What a log says on its site in its own words: pages that it adds or changes, its settings; and who has read them."""
