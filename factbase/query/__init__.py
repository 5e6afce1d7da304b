"""Questions: what can be asked of a base, composed as one SELECT on a view with bound parameters. Imports store.

Nothing here writes, prints, or knows the command line.
"""
