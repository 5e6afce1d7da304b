"""One source saying one thing once: where, how surely, on whose word, and what speaks against it."""
