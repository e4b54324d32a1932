import pickle
import sqlite3

import pytest

from rashomon.gazetteer import Gazetteer

FOUND = [
    ("Falluja", "town", "Iraq", 33.35, 43.79, "a spelling GeoNames has as another name"),
    ("Fallujah", "town", "Iraq", 33.35, 43.79, "the commoner spelling"),
    ("Basra", "town", "Iraq", 30.51, 47.78, "main name Basrah"),
    ("Umm Qasr", "town", "Iraq", 30.04, 47.92, "accents in the main name"),
    ("Anbar", "admin1", "Iraq", 33.5, 42.0, "a province under its short name"),
    ("Green Zone", "district", "Iraq", 33.31, 44.39, "our own list"),
    ("Kadhimiyah", "district", "Iraq", 33.38, 44.34, "another name in our own list"),
    ("Tallil", "base", "Iraq", 30.94, 46.09, "a base"),
    ("Gaza Strip", "region", "Palestine", 31.4, 34.4, "a region"),
    ("Donbass", "region", "Ukraine", 48.3, 38.0, "another name of a region"),
    ("Ky.", "admin1", "United States", 37.7, -85.5, "an abbreviated state"),
]


@pytest.mark.parametrize(("name", "feature", "country", "lat", "lon"), [row[:5] for row in FOUND])
def test_names_are_found(gazetteer: Gazetteer, name: str, feature: str, country: str, lat: float, lon: float) -> None:
    fitting = [each for each in gazetteer.look_up(name) if each.feature == feature and each.country == country]
    assert any(abs(each.lat - lat) < 1 and abs(each.lon - lon) < 1 for each in fitting if each.lat and each.lon)


def test_a_candidate_says_where_it_lies(gazetteer: Gazetteer) -> None:
    basra = next(each for each in gazetteer.look_up("Basrah") if each.id == "geonames:99532")
    assert basra.within[-2:] == ("Basra Governorate", "Iraq")
    assert basra.precision == 1
    assert basra.population > 1_000_000
    assert {"Basra", "Basrah"} <= set(basra.names)


def test_a_country_has_no_point(gazetteer: Gazetteer) -> None:
    iraq = next(each for each in gazetteer.look_up("Iraq") if each.feature == "country")
    assert (iraq.lat, iraq.lon, iraq.precision, iraq.within) == (None, None, 6, ())


def test_spelling_as_asked_comes_first(gazetteer: Gazetteer) -> None:
    exact = [each.exact for each in gazetteer.look_up("Samarra")]
    assert exact == sorted(exact, reverse=True)


def test_transcripts_and_codes_are_no_names(gazetteer: Gazetteer) -> None:
    baghdad = next(each for each in gazetteer.look_up("Baghdad") if each.id == "geonames:98182")
    assert not {"BGW", "bghdad", "Багдад"} & set(baghdad.names)


@pytest.mark.parametrize("name", ["Xqzzyville", "", "-"])
def test_unknown_names_give_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.look_up(name) == ()


def test_the_file_is_only_read(gazetteer: Gazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection.execute("DELETE FROM place")


def test_it_travels_to_other_processes(gazetteer: Gazetteer) -> None:
    with pickle.loads(pickle.dumps(gazetteer)) as copy:
        assert copy.look_up("Mosul") == gazetteer.look_up("Mosul")
