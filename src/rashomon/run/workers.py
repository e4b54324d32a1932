"""Shards read by several processes, here or on a cluster; one that fails is tried again, at last set aside."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from rashomon.errors import SettingError, UsageError
from rashomon.record import Dropped
from rashomon.run.shard import Shard, Task, read_shard

TRIES = 3
"""How often a shard is read before it is set aside."""

AHEAD = 2
"""Shards waiting for each worker, so that none is idle and no list grows with the pile."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Workers ready for shards: how many there are, and how to hand one of them a shard."""

    number: int
    submit: Callable[[Shard], "Future[None]"]


_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def finished(shards: Iterator[Shard], hands: Hands) -> Iterator[Shard | Dropped]:
    """Each shard as soon as its file of results is there, and a row for each that was set aside.

    Where a shard of several parts fails they are tried one by one, so that one page takes none with it. Raises what is
    no shard's fault (UsageError).
    """
    waiting: dict[Future[None], tuple[Shard, int]] = {}
    again: list[tuple[Shard, int]] = []
    while True:
        while len(waiting) < hands.number * AHEAD and (turn := again.pop() if again else _first_try(shards)):
            waiting[hands.submit(turn[0])] = turn
        if not waiting:
            return
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            shard, tries = waiting.pop(future)
            error = future.exception()
            if error is None:
                yield shard
            elif isinstance(error, UsageError):
                raise error
            elif len(shard.parts) > 1:
                again += [(Shard((part,)), 1) for part in reversed(shard.parts)]
            elif tries < TRIES:
                again.append((shard, tries + 1))
            else:
                words = str(error).strip().partition("\n")[0] or type(error).__name__
                reason = f"reading it failed {TRIES} times ({words}); the rest was read. Read it by itself to see why"
                yield Dropped(shard.shown, "page", reason)


@contextmanager
def on_this_machine(workers: int, task: Task) -> Iterator[Hands]:
    """Processes of this machine, each with its own models; a process that dies takes only its shard with it."""
    from pebble import ProcessPool  # noqa: PLC0415  Only who asks for several workers needs it.

    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    pool = ProcessPool(max_workers=workers, initializer=_deaf, context=get_context("spawn"))
    try:
        yield Hands(workers, lambda shard: pool.schedule(read_shard, args=(shard, task)))
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


@contextmanager
def on_cluster(address: str, task: Task) -> Iterator[Hands]:
    """The workers of a Dask cluster, which must see the pages and the folder of results under the same paths."""
    try:
        from dask.distributed import Client  # noqa: PLC0415  An extra: most builds have no cluster.
    except ModuleNotFoundError as error:
        raise SettingError("a cluster needs one more package; add it with: pip install 'rashomon[cluster]'") from error
    try:
        client = Client(address)
    except (OSError, ValueError) as error:
        raise SettingError(f"{address}: no cluster answers there ({error}); check the address") from error
    with client, client.get_executor() as executor:
        number = sum(client.nthreads().values())
        yield Hands(max(number, 1), lambda shard: executor.submit(read_shard, shard, task))


def _first_try(shards: Iterator[Shard]) -> tuple[Shard, int] | None:
    shard = next(shards, None)
    return (shard, 1) if shard else None


def _deaf() -> None:
    """The keyboard's interruption is for the process that gives out the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
