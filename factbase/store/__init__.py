"""The base as a place: where it is, how it is read, written and kept. Imports kinds and rows.

What differs between the two databases is in `sqlite.py` and `postgresql.py`, and in the modules named for them.
"""
