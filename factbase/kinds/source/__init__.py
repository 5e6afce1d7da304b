"""Where facts come from: articles, communiqués, statistics."""
