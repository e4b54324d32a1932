"""The tables `cases/places.tsv` and `cases/names.tsv`: what single reports of many regions and years come to."""

from pathlib import Path

import pytest

from rashomon.gazetteer import Gazetteer

from .reports import actors, resolved


def rows(name: str) -> list[list[str]]:
    text = (Path(__file__).parent / "cases" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("text", "name", "within", "precision", "why"), rows("places.tsv"))
def test_place(gazetteer: Gazetteer, text: str, name: str, within: str, precision: str, why: str) -> None:
    reading = resolved(text, gazetteer)
    ids = {mention.place for mention in reading.place_mentions if mention.text == name}
    place = next((place for place in reading.places if place.id in ids), None)
    if within == "-":
        assert place is None, why
        return
    assert place is not None, why
    assert any(within in unit for unit in (place.name, *place.within)), why
    assert precision in {"-", str(place.precision)}, why


@pytest.mark.parametrize(("text", "name", "how", "other", "why"), rows("names.tsv"))
def test_name(gazetteer: Gazetteer, text: str, name: str, how: str, other: str, why: str) -> None:
    found = actors(text, gazetteer)
    if how == "same":
        assert found[name].id == found[other].id, why
    elif how == "type":
        assert found[name].type == other, why
    elif how == "apart":
        assert name not in found or other not in found or found[name].id != found[other].id, why
    else:
        assert name not in found, why
