"""What a base holds: a folder per kind, each with its tables and its view. Imports values.

`table.py` has SQLAlchemy Core tables and code lists, `view.sql` the view that people read. `tables.py` lists the
tables, `views.py` reads the views; `views/` has those that cross kinds.
"""
