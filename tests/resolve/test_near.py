"""Places near a known one, and what one name that stays open leaves untouched."""

import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.record import content_id
from rashomon.resolve.near import reckoned

from .reports import resolved, told

POINTS = [
    ((0.0, 0.0), 111.195, 90.0, (0.0, 1.0), "a degree along the equator"),
    ((10.0, 20.0), 111.195, 180.0, (9.0, 20.0), "a degree to the south"),
    ((0.0, 179.5), 111.195, 90.0, (0.0, -179.5), "across the date line"),
    ((60.0, 0.0), 111.195, 90.0, (59.985, 1.9997), "a parallel far north is short, and a great circle bends"),
]


@pytest.mark.parametrize(("start", "kilometres", "bearing", "end", "why"), POINTS)
def test_a_point_is_reckoned_along_a_great_circle(start, kilometres, bearing, end, why):
    assert reckoned(*start, kilometres, bearing) == pytest.approx(end, abs=0.001), why


def test_the_known_place_stays_in_the_record(gazetteer: Gazetteer) -> None:
    reading = told("A mine went off 10 km south of [Mosul|GPE] in [Iraq|GPE].", gazetteer, where="Mosul")
    mention = reading.statements[0].places[0]
    by_id = {place.id: place for place in reading.places}
    by_name = {place.name: place for place in reading.places}
    near, known = by_id[mention.place or ""], by_name["Mosul"]
    assert (mention.text, near.name, near.names) == ("Mosul", "10 km south of Mosul", ("10 km south of Mosul",))
    assert near.id == content_id("place", near.name, known.id)
    assert near.within == (known.name, *known.within)
    assert near.gazetteer is None
    assert near.lat is not None
    assert known.lat is not None
    assert near.lat == pytest.approx(known.lat - 0.09, abs=0.001)
    assert near.lon == pytest.approx(known.lon, abs=0.001)


def test_between_two_places_lies_no_point(gazetteer: Gazetteer) -> None:
    reading = resolved("A bus burned on the road between [Mosul|GPE] and [Kirkuk|GPE] in [Iraq|GPE].", gazetteer)
    place = next(place for place in reading.places if place.name == "between Mosul and Kirkuk")
    assert (place.lat, place.lon, place.within) == (None, None, ("Iraq",))


def test_one_open_name_leaves_the_rest(gazetteer: Gazetteer) -> None:
    text = "Shells fell near [Qarmat Zeyd|GPE], in [Mosul|GPE] and outside [Kirkuk|GPE], [Iraq|GPE]."
    reading = resolved(text, gazetteer)
    by_id = {place.id: place.name for place in reading.places}
    found = {mention.text: by_id.get(mention.place or "") for mention in reading.place_mentions}
    assert found == {"Qarmat Zeyd": None, "Mosul": "Mosul", "Kirkuk": "outside Kirkuk", "Iraq": "Iraq"}


def test_a_text_without_names_has_no_places(gazetteer: Gazetteer) -> None:
    assert resolved("Nobody came near.", gazetteer).places == ()
