"""Which articles are near-copies of one text, and whom the text comes from."""

from itertools import permutations

import pytest

from rashomon.articles import find_families

from .makers import FIRST, SECOND, THIRD, article

LONG = " ".join((FIRST, SECOND, THIRD))
MORE = " ".join(
    f"Paragraph {n} tells of street {n * 7} and the {n + 3} families who left house {n * 11} there." for n in range(12)
)
OTHER = (
    "Both bridges have been shut since Monday morning by the army, as the governor confirmed to journalists. "
    "A baker, Omar, said people in the town had been awake for three nights while shops and buses stood still. "
    "Officials put the number of wounded at 14, but hospital doctors told this newspaper it was 20 or more."
)


def groups(*articles: object) -> set[tuple[str, ...]]:
    return {family.articles for family in find_families(articles)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "family", "why"),
    [
        (LONG, LONG, True, "the same text"),
        (LONG, LONG.replace("’", "'").upper(), True, "other marks and capitals"),
        (f"{LONG} {MORE}", LONG, True, "a reprint that was shortened"),
        (
            LONG,
            LONG.replace("on Monday", "yesterday").replace("feared more", "feared for others"),
            True,
            "edited a little",
        ),
        (LONG, OTHER, False, "two papers' own reports of one event"),
        (f"{MORE} {SECOND}", f"{LONG}", False, "one quotation shared"),
        ("Bridges closed.", "Bridges closed.", True, "very short and the same"),
        ("Bridges closed today.", "Bridges closed.", False, "very short and not the same"),
        ("", "", True, "nothing and nothing"),
    ],
)
def test_near_copies_are_a_family(one: str, other: str, family: bool, why: str) -> None:
    assert groups(article("a", one), article("b", other)) == ({("a", "b")} if family else {("a",), ("b",)}), why


def test_the_order_of_the_articles_does_not_matter() -> None:
    some = [article("a", LONG), article("b", f"{LONG} {MORE}"), article("c", OTHER), article("d", MORE)]
    assert len({find_families(order) for order in permutations(some)}) == 1


def test_every_article_is_in_one_family_even_if_it_comes_twice() -> None:
    assert groups(article("a", LONG), article("a", LONG), article("b", OTHER)) == {("a",), ("b",)}


@pytest.mark.parametrize(
    ("copies", "origin"),
    [
        ([("A", "2008-04-05", None), ("B", "2008-04-04", None)], "B"),
        ([("A", "2008-04-05", "Reuters"), ("B", "2008-04-04", None)], "Reuters"),
        ([("A", None, "AFP"), ("B", None, "Reuters"), ("C", None, "Reuters")], "Reuters"),
        ([("A", None, None), ("B", "2008-04-04", None)], "B"),
        ([(None, "2008-04-03", None), ("B", "2008-04-04", None)], "B"),
        ([(None, None, None), (None, None, None)], "0.txt"),
    ],
)
def test_the_origin_is_the_credit_else_the_first_outlet_else_the_first_file(
    copies: list[tuple[str | None, str | None, str | None]], origin: str
) -> None:
    made = [article(str(n), LONG, outlet, day, credit) for n, (outlet, day, credit) in enumerate(copies)]
    (family,) = find_families(made)
    assert family.origin == origin
