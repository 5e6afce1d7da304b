"""What actors agree on: parties, actions on it, terms, packages."""
