"""Many values a few at a time, as a database takes them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in lists of `size`, the last one shorter."""
    waiting = iter(values)
    while batch := list(islice(waiting, size)):
        yield batch
