"""A few parts read into one file of results, which is there whole or not at all: what a worker does, anywhere."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from rashomon.record import Dropped, content_id
from rashomon.run.pipeline import RULES, Pipeline
from rashomon.run.reading import ReadPage, fingerprint, read_page
from rashomon.settings import Settings
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.pages import Part

FILES = 16
"""Files read in one go: seconds of work, so that a killed build loses little and the workers end together."""


_READER = Lock()
"""The language pipeline is not made for several threads, which a cluster may give to one process."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Parts that one worker reads in one go: some files, or one stretch of a large one."""

    parts: "tuple[Part, ...]"

    @property
    def name(self) -> str:
        """What the file of results is called: by the parts as they are now, so that changed files are read anew."""
        return content_id(*(word for part in self.parts for word in _known_by(part)))

    @property
    def shown(self) -> str:
        """The parts in words."""
        first = self.parts[0]
        if first.stop is not None:
            return f"{first.file}, bytes {first.start:,} to {first.stop:,}"
        return first.file if len(self.parts) == 1 else f"{first.file} and {len(self.parts) - 1} more files"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one page: read, dropped, or `already` in the record (the file it came from)."""

    read: ReadPage | None = None
    dropped: Dropped | None = None
    already: str | None = None

    @classmethod
    def of(cls, told: ReadPage | Dropped) -> "Result":
        """The result of a page that was not in the record."""
        return cls(dropped=told) if isinstance(told, Dropped) else cls(read=told)


@dataclass(frozen=True, slots=True)
class Task:
    """What every worker needs to know: the kind of pipeline and its settings, the record whose pages are passed over,
    the folder for results; `by`: only those pages that this reader has read are passed over."""

    kind: type[Pipeline]
    settings: Settings
    record: str
    folder: Path
    by: str | None = None

    def file(self, shard: Shard) -> Path:
        """Where the results of a shard go."""
        return self.folder / f"{shard.name}.jsonl"


def shards(parts: "Iterator[Part]") -> Iterator[Shard]:
    """Parts in groups, in order; a stretch of a large file stands alone."""
    waiting: list[Part] = []
    for part in parts:
        alone = part.stop is not None or part.start > 0
        if waiting and (alone or len(waiting) == FILES):
            yield Shard(tuple(waiting))
            waiting = []
        if alone:
            yield Shard((part,))
        else:
            waiting.append(part)
    if waiting:
        yield Shard(tuple(waiting))


def read_shard(shard: Shard, task: Task) -> None:
    """Read a shard into its file; what is there already stays. Raises as `read_page` does."""
    target = task.file(shard)
    if target.exists():
        return
    with _READER:
        _write(shard, task, target)


def _write(shard: Shard, task: Task, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    with unfinished.open("wb") as out:
        for result in _results(shard, task):
            out.write(msgspec.json.encode(result) + b"\n")
    unfinished.replace(target)


def results_of(file: Path) -> Iterator[Result]:
    """What a file of results holds."""
    decoder = msgspec.json.Decoder(Result)
    with file.open("rb") as lines:
        for line in lines:
            yield decoder.decode(line)


def _results(shard: Shard, task: Task) -> Iterator[Result]:
    from rashomon.pages import read_part  # noqa: PLC0415  Who only looks at a record reads no pages.

    pipeline = _pipeline(task)
    with Store(task.record).view() as view:
        for part in shard.parts:
            for page in read_part(part, task.settings):
                if isinstance(page, Dropped):
                    yield Result.of(page)
                elif view.knows(fingerprint(page), read=task.settings.reader != RULES, by=task.by):
                    yield Result(already=page.file)
                else:
                    yield Result.of(read_page(page, pipeline))


@cache
def _pipeline(task: Task) -> Pipeline:
    """One pipeline, with its models, for each process and task."""
    return task.kind(task.settings)


def _known_by(part: "Part") -> tuple[str, ...]:
    try:
        status = part.path.stat()
        state = (status.st_size, status.st_mtime_ns)
    except OSError:
        state = (0, 0)
    return (part.file, repr(part.stated), *map(str, (*state, part.start, part.stop, part.line)))
