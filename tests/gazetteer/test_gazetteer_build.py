import sqlite3
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from rashomon.errors import SettingError
from rashomon.gazetteer import open_gazetteer
from rashomon.gazetteer.build import gazetteer_path, table, write_whole
from rashomon.settings import Settings


def _write(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE place (name TEXT)")
    connection.executemany("INSERT INTO place VALUES (?)", [(f"Town {number}",) for number in range(5_000)])
    connection.commit()
    connection.close()


def _build(path: Path) -> int:
    write_whole(path, _write)
    connection = sqlite3.connect(path)
    (count,) = connection.execute("SELECT count(*) FROM place").fetchone()
    connection.close()
    return int(count)


def test_processes_that_build_at_once_all_see_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with ProcessPoolExecutor(3) as pool:
        assert list(pool.map(_build, [path] * 6)) == [5_000] * 6
    assert list(tmp_path.iterdir()) == [path]


def _fail(path: Path) -> None:
    path.write_text("half")
    raise RuntimeError("the power went")


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        write_whole(tmp_path / "places.sqlite", _fail)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match="setting cache"):
        open_gazetteer(Settings(cache=tmp_path / "file" / "cache"))


def test_the_name_tells_the_inputs(tmp_path: Path) -> None:
    assert gazetteer_path(tmp_path) == gazetteer_path(tmp_path)
    assert gazetteer_path(tmp_path).suffix == ".sqlite"


@pytest.mark.parametrize("name", ["places.tsv", "countries.tsv", "units.tsv"])
def test_own_tables_are_whole_and_without_doubles(name: str) -> None:
    rows = table(name)
    keys = [(row.get("name", row.get("code")), row.get("within")) for row in rows]
    assert len(keys) == len(set(keys))


def test_own_places_have_sensible_points() -> None:
    for row in table("places.tsv"):
        assert row["precision"] in set("1234567"), row
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row
