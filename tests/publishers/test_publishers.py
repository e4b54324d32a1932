"""Who publishes news, by the names that they go by."""

import pytest

from rashomon.publishers import find_publisher, full_name, publishers

PUBLISHERS = [
    ("AP", ("Associated Press", "agency")),
    ("Agence France Presse", ("Agence France-Presse", "agency")),
    ("NYT", ("New York Times", "outlet")),
    ("the Guardian", ("The Guardian", "outlet")),
    ("*Los Angeles Times*", ("Los Angeles Times", "outlet")),
    ("time", None),
    ("Nobody's Gazette", None),
]


@pytest.mark.parametrize(("name", "known"), PUBLISHERS)
def test_a_publisher_is_found_by_any_of_its_names(name, known):
    found = find_publisher(name)
    assert (found and (found.name, found.kind)) == known


def test_capitals_count_unless_told():
    assert find_publisher("reuters") is None
    assert find_publisher("reuters", any_case=True).name == "Reuters"


def test_a_full_name():
    assert full_name("AFP") == "Agence France-Presse"
    assert full_name("Nobody's Gazette") == "Nobody's Gazette"


def test_no_name_belongs_to_two():
    names = [name for each in publishers() for name in {each.name, *each.names}]
    assert sorted(names) == sorted(set(names))
