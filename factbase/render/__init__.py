"""Output forms: a file for each, `write(rows, out, options) -> Written`. Imports rows and values.

`formats.py` lists them; a new form is its file and a line there.
"""
