"""Work done side by side: the next part of a stream is made while one is used, where both leave Python to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

Part = TypeVar("Part")
# Seconds that a part in the making is waited for when nobody wants it any more: it may itself wait for a pipe.
_PATIENCE = 0.5


def ahead(parts: Iterable[Part], most: int = 2) -> Iterator[Part]:
    """The same parts, so many of them made ahead by another thread; what goes wrong there is raised here.

    >>> list(ahead([1, 2, 3]))
    [1, 2, 3]
    """
    waiting: Queue[tuple[Part] | BaseException | None] = Queue(most)
    enough = Event()

    def make() -> None:
        end: BaseException | None = None
        try:
            for part in parts:
                waiting.put((part,))
                if enough.is_set():
                    break
        except BaseException as error:
            end = error
        waiting.put(end)

    maker = Thread(target=make, daemon=True)
    maker.start()
    try:
        while (told := waiting.get()) is not None:
            if isinstance(told, BaseException):
                raise told
            yield told[0]
    finally:
        enough.set()
        patience = monotonic() + _PATIENCE
        while maker.is_alive() and monotonic() < patience:
            with suppress(Empty):
                waiting.get(timeout=0.05)
