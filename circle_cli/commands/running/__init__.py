"""What runs `circle` where nobody sits: a CI."""
