"""The base as a place: where it is, how it is read, written and kept. Imports kinds and rows.

`sqlite.py` and `postgresql.py` hold everything that differs between the two databases.
"""
