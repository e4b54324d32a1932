"""Several pieces of work at a time, each in its own order, since most of it is waiting for others."""

from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

AT_A_TIME = 16
"""Hosts that are asked at a time: a slow one holds up a sixteenth of the work."""

T = TypeVar("T")


def side_by_side(work: Sequence[Iterator[T]]) -> Iterator[T]:
    """What the pieces of work give, as it comes; an error in one of them ends them all.

    Where the one who asks goes away, each stops behind what it is at.
    """
    waiting: SimpleQueue[Iterator[T]] = SimpleQueue()
    for each in work:
        waiting.put(each)
    given: SimpleQueue[T | _Over] = SimpleQueue()
    stop = Event()

    def run() -> None:
        try:
            while not stop.is_set():
                for one in waiting.get_nowait():
                    given.put(one)
                    if stop.is_set():
                        return
        except Empty:
            given.put(_Over())
        except BaseException as error:  # It is raised again where the work was asked for.
            given.put(_Over(error))

    threads = [Thread(target=run, daemon=True) for _ in range(min(AT_A_TIME, len(work)))]
    for thread in threads:
        thread.start()
    running = len(threads)
    try:
        while running:
            one = given.get()
            if not isinstance(one, _Over):
                yield one
            elif one.error:
                raise one.error
            else:
                running -= 1
    finally:
        stop.set()


class _Over:
    """A thread has come to its end, by an error or without."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error
