from rashomon.gazetteer import Gazetteer, countries, region_of


def test_every_state_has_a_point_on_earth() -> None:
    points = [each.point for each in countries() if each.point]
    assert len(points) == len(countries())
    assert all(-90 <= north <= 90 and -180 <= east <= 180 for north, east in points)


def test_a_state_of_the_record_has_none(gazetteer: Gazetteer) -> None:
    assert all(each.lat is None for each in gazetteer.look_up("France") if each.feature == "country")


def test_peoples_of_regions() -> None:
    chechen = region_of("Chechen")
    assert chechen is not None
    assert chechen.name == "Chechnya"
    assert region_of("Iraqi") is None
    assert region_of("chechen") is None


def test_knows_what_it_can_look_up(gazetteer: Gazetteer) -> None:
    assert gazetteer.knows("Mosul")
    assert not gazetteer.knows("Zzyxland")
    assert not gazetteer.knows("")
