"""Pages read one after the other, or several at a time by a reader that waits for others; given on in their order.

Only the reading itself goes to threads; cutting out and telling apart stay with the thread that asks, since they are
not made for several.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from rashomon.record import Article, Dropped, Page, Reading
from rashomon.run.pipeline import Pipeline
from rashomon.run.reading import ReadPage, begin, finish, read_article, read_page

Done = ReadPage | Dropped


def read_in_turn(pages: Iterable[Page | Dropped | str], pipeline: Pipeline) -> Iterator[Done | str]:
    """What became of each page; what comes in as dropped, or as the name of a file, goes out as it is. Raises as
    `read_page` does."""
    for page in pages:
        yield read_page(page, pipeline) if isinstance(page, Page) else page


def read_ahead(pages: Iterable[Page | Dropped | str], pipeline: Pipeline, calls: int) -> Iterator[Done | str]:
    """The same with at most `calls` pages being read at a time; after an error no further one is begun."""
    waiting: deque[Done | str | tuple[Page, Article, Future[Reading | Dropped]]] = deque()
    pool = ThreadPoolExecutor(calls, thread_name_prefix="reader")
    try:
        for page in pages:
            begun = begin(page, pipeline) if isinstance(page, Page) else page
            if isinstance(page, Page) and isinstance(begun, Article):
                waiting.append((page, begun, pool.submit(read_article, begun, pipeline)))
            elif not isinstance(begun, Article):
                waiting.append(begun)
            # What waits is as much as is read at a time: with more a stop would cost more.
            while len(waiting) > calls:
                yield _settled(waiting.popleft(), pipeline)
        while waiting:
            yield _settled(waiting.popleft(), pipeline)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _settled(one: Done | str | tuple[Page, Article, "Future[Reading | Dropped]"], pipeline: Pipeline) -> Done | str:
    if isinstance(one, tuple):
        page, article, future = one
        return finish(page, article, future.result(), pipeline)
    return one
