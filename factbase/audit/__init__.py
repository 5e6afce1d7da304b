"""The base argues for itself: documents against citations, figures against figures, promises against outcomes.

Reading side: imports query and below, and writes nothing.
"""
