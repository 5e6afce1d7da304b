"""Charts (see `factbase.query.chart`): a file for each kind, with its terminal form `text` and its `vega` specification.

`picture.py` makes SVG and PNG of a specification; a network has Mermaid and DOT, too.
"""
