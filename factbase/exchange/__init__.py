"""What comes in from outside, a file per form, and fact sheets out. Imports journal, store, kinds, values.

A form is read whole, with every problem and its line, before anything is written; the journal alone writes.
"""
