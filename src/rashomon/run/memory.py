"""Values that stay are gone through once by Python's collector of cycles, not again whenever there are more of them.

The collector goes through all that is alive each time this has grown by a quarter: a quarter of the time of a large
gathering, whose values hold no cycles, and more of it the larger it is. Here what a full collection has left alone is
put aside until the end. Cycles that come and go are found as before.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

FULL = 2
"""The generation whose collection goes through everything."""


@contextmanager
def put_aside() -> Iterator[None]:
    """Put aside what is there, and what full collections leave alone; at the end it is gone through again as before."""
    gc.freeze()
    gc.callbacks.append(_freeze)
    try:
        yield
    finally:
        gc.callbacks.remove(_freeze)
        gc.unfreeze()


def _freeze(phase: str, told: Mapping[str, int]) -> None:
    if phase == "stop" and told["generation"] == FULL:
        gc.freeze()
