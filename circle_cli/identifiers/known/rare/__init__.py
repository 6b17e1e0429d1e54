"""What singles somebody out without a name: rare facts, a role with its place, a family counted in words."""
