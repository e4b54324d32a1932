"""What stays is put aside from the collector of cycles for a while, and cycles are still found."""

import gc
from weakref import ref

import pytest

from rashomon.run.memory import put_aside


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_there_and_what_a_full_collection_left_alone_is_put_aside_until_the_end() -> None:
    gc.collect()
    with put_aside():
        there = gc.get_freeze_count()
        assert there > 0
        more = [[] for _ in range(100)]
        gc.collect()
        assert gc.get_freeze_count() >= there + len(more)
    assert gc.get_freeze_count() == 0


def test_rings_made_later_are_still_found() -> None:
    with put_aside():
        gc.collect()
        ring = Ring()
        seen = ref(ring)
        del ring
        gc.collect()
        assert seen() is None


def test_a_failure_leaves_nothing_aside() -> None:
    with pytest.raises(ZeroDivisionError), put_aside():
        1 / len(gc.callbacks[:0])
    assert gc.get_freeze_count() == 0
    assert not any(getattr(each, "__name__", "") == "_freeze" for each in gc.callbacks)
