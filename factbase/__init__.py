"""A cited fact base for international relations: agreements, trade figures, dates and actors, each with its source."""

__version__ = "0.1.0"
