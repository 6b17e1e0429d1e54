"""How a log's site looks, as its circle.yml says: its name, address, colours, the language of its days, more pages."""
