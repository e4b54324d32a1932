"""Looks names up in the gazetteer's file, which it only reads."""

import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from rashomon.gazetteer.build import ensure_built
from rashomon.gazetteer.candidate import Candidate
from rashomon.gazetteer.fold import fold, skeleton
from rashomon.settings import Settings

REMEMBERED = 4096
"""Look-ups kept in memory: the names of some hundred reports, a few megabytes."""

_FIELDS = "source, name, names, feature, lat, lon, population, precision, within, country"
_BY_NAME = f"SELECT {_FIELDS} FROM key JOIN place ON place.id = key.place WHERE key.key = ?"
_IS_KEY = "SELECT 1 FROM key WHERE key = ? LIMIT 1"
_BY_SIZE = f"SELECT {_FIELDS} FROM place WHERE feature = 'town' AND population >= 1000000"


class Gazetteer:
    """Places by name. Opened read-only; may be shared by threads, and is opened anew in each process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._largest: tuple[Candidate, ...] | None = None
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._look_up)
        self._remembered_keys = lru_cache(maxsize=REMEMBERED)(self._knows)

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """All places that `name` may mean, those spelt so first, then the largest, then by id; none for no match."""
        return self._remembered(fold(name), skeleton(name))

    def knows(self, name: str) -> bool:
        """Whether some place has that name, spelt so or alike; quicker than a look-up."""
        return self._remembered_keys(skeleton(name))

    def cities_of_millions(self) -> tuple[Candidate, ...]:
        """Towns of a million people and more, by id."""
        if self._largest is None:
            with closing(self._connection.execute(_BY_SIZE)) as rows:
                self._largest = tuple(sorted((_candidate(row, "") for row in rows), key=lambda place: place.id))
        return self._largest

    def _look_up(self, folded: str, key: str) -> tuple[Candidate, ...]:
        with closing(self._connection.execute(_BY_NAME, (key,))) as rows:
            found = [_candidate(row, folded) for row in rows]
        return tuple(sorted(found, key=lambda place: (not place.exact, -place.population, place.id)))

    def _knows(self, key: str) -> bool:
        with closing(self._connection.execute(_IS_KEY, (key,))) as rows:
            return rows.fetchone() is not None

    def close(self) -> None:
        """Give the file back; a closed gazetteer looks nothing up."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        return Gazetteer, (self._path,)


def _candidate(row: tuple[str, str, str, str, float, float, int, int, str, str], folded: str) -> Candidate:
    source, name, names, feature, lat, lon, population, precision, within, country = row
    all_names = tuple(names.split("|"))
    return Candidate(
        source, name, all_names, feature, lat, lon, population, precision,  # type: ignore[arg-type]
        tuple(within.split("|")) if within else (), country, any(fold(each) == folded for each in all_names),
    )  # fmt: skip


def open_gazetteer(settings: Settings) -> Gazetteer:
    """The gazetteer in `settings.cache`, built now if this is its first use (about 25 s, about 50 MB).

    Raises SettingError where the cache folder can not be written.
    """
    return Gazetteer(ensure_built(settings.cache.absolute()))
