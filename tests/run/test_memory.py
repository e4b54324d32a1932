"""What stays is put aside from the collector of cycles for a while, and cycles are still found."""

import gc
from weakref import ref

import pytest

from rashomon.run.memory import put_aside


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_full_collection_left_alone_is_put_aside_until_the_end() -> None:
    before = gc.get_freeze_count()
    with put_aside():
        assert gc.get_freeze_count() == before
        gc.collect()
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == before == 0


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
