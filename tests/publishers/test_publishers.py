"""Who publishes news, by the names that they go by."""

from importlib.resources import files

import pytest

from rashomon.publishers import find_publisher, full_name, outlet_at, publishers

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


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("http://www.nytimes.com/2008/04/01/world.html", "New York Times"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://timesofindia.indiatimes.com/a", "Times of India"),
        ("https://www.harbour-post.example/a", "harbour-post.example"),
        ("http://192.0.2.1/a", None),
        ("http://[broken", None),
        ("file:///home/a.html", None),
        ("http://localhost/a", None),
        (None, None),
    ],
)
def test_an_address_tells_whose_site_it_is(url, outlet):
    assert outlet_at(url) == outlet


def test_every_host_belongs_to_a_publisher_of_the_list():
    names = {each.name for each in publishers()}
    text = files("rashomon.publishers").joinpath("hosts.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        assert line.split("\t")[1] in names, line
