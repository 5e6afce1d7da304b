"""Values and how people write them: a file per kind, text to value and back. Imports errors alone."""
