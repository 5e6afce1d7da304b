"""A cited fact base for international relations: agreements, trade figures, dates and actors, each with its source."""

__version__ = "0.1.0"

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbase.base import Base, create, open  # noqa: A004

__all__ = ["Base", "create", "open"]


def __getattr__(name: str) -> object:
    # The command line imports this package too, and starts faster without what programs use.
    if name in __all__:
        from factbase import base

        return getattr(base, name)
    raise AttributeError(f"module 'factbase' has no attribute '{name}'")
