"""The journal: one entry for each change, and the before-images of what it changed."""
