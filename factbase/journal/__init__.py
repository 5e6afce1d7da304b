"""The journal: the only writer. Every change is one entry in one transaction. Imports store and kinds."""
