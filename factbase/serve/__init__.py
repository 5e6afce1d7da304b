"""The base in a browser, through Datasette, an optional library. Imports query and below, and writes nothing.

`app.py` sets it up, `metadata.py` tells it what the schema means, `plugin.py` adds records, links and search.
"""
