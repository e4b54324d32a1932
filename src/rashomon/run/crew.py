"""Who reads the pages of a build: this process, several of this machine, or a cluster."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import SettingError
from rashomon.record import content_id
from rashomon.run.shard import Task
from rashomon.run.workers import Hands, on_cluster, on_this_machine
from rashomon.settings import Settings


@dataclass(frozen=True, slots=True)
class Crew:
    """`workers` processes of this machine (1: this process itself), or those of the Dask cluster at `cluster`
    ("tcp://…").

    `results` is the folder where what they read waits to be written, which a cluster must share; None: beside the
    record, in the cache where the record is a database. Raises SettingError where there are no workers.
    """

    workers: int = 1
    cluster: str | None = None
    results: Path | None = None

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise SettingError(f"{self.workers} workers can read nothing; 1 or more do")

    @property
    def alone(self) -> bool:
        """Does this process read the pages itself?"""
        return self.workers == 1 and self.cluster is None

    def folder(self, record: str, settings: Settings, by: str | None = None) -> Path:
        """Where results wait; those of reading again `by` a reader wait for themselves, as what another build passed
        over is not passed over then."""
        if self.results:
            return self.results / content_id(record, *filter(None, [by]))
        known = f"results-{content_id(by)}" if by else "results"
        return settings.cache / f"{known}-{content_id(record)}" if "://" in record else Path(f"{record}.{known}")

    def at_work(self, task: Task) -> AbstractContextManager[Hands]:
        """The workers, ready while this context lasts."""
        return on_cluster(self.cluster, task) if self.cluster else on_this_machine(self.workers, task)
