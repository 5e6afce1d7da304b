"""The command line: argv in, an exit code out. Joins the reading and the writing side; nothing imports it.

A module per command, imported when it is called; `main` alone prints errors and knows exit codes.
"""
