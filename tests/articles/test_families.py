"""Which articles are near-copies of one text."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rashomon.articles import find_families, first_families, growing, more_families, near
from rashomon.articles.near import Sketch
from rashomon.record import Article, Family

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

QUOTED = (
    "“We stood at the window all night and saw the lights go out one by one along the river, and when the morning came "
    "there was nobody left in the street but an old man with a cart,” the teacher told them."
)
RETOLD = (
    "“The whole night long my family watched from upstairs while lamps on the bank were put out, each in its turn; at "
    "dawn the road lay empty apart from a single elder pushing his barrow,” the teacher told them."
)
ASIDE = "Our weekly page on the wider world opens with a story that every desk in the house followed closely."
NAMES = [f"{first}{last}" for first in ("kar", "tan", "mol", "ved", "sor", "lin") for last in ("sa", "de", "vi", "pu")]


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
        (f"{THIRD} {MORE} {OTHER}", f"{FIRST} {QUOTED} {SECOND} {OTHER}", False, "a paragraph of background shared"),
        (f"{FIRST} {QUOTED} {THIRD}", f"{FIRST} {RETOLD} {THIRD}", True, "a long quotation translated a second time"),
        (f"{OTHER} {QUOTED}", f"{THIRD} {QUOTED}", False, "two papers that quote one speaker at length"),
        (f"{MORE} {OTHER} {LONG} {MORE.upper()} {ASIDE}", OTHER, False, "one report of many in a roundup"),
        (f"{OTHER} {MORE} {LONG}", OTHER, True, "the beginning of a long report"),
        (f"{FIRST}\n\n{SECOND}\n\n{THIRD}", f"{THIRD}\n\n{FIRST}\n\n{SECOND}", True, "in another order"),
        (f"{LONG} {MORE}", f"{ASIDE} {LONG} {MORE}", True, "a paragraph of its own in front"),
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


words = st.sampled_from([*LONG.split(), *MORE.split(), *OTHER.split()])
texts = st.lists(words, max_size=60).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, max_size=8), st.lists(st.integers(0, 2), max_size=8), st.randoms(use_true_random=False))
def test_families_and_their_origins_do_not_depend_on_the_order(
    some: list[str], days: list[int], random: Random
) -> None:
    told = [LONG, f"{LONG} {MORE}", *some]
    days = [*days, *[3] * len(told)]
    made = [
        article(str(n), text, f"Paper {n % 3}", f"2008-04-0{days[n] + 1}" if days[n] < 3 else None)
        for n, text in enumerate(told)
    ]
    before = find_families(made)
    assert sorted(key for family in before for key in family.articles) == sorted(one.id for one in made)
    random.shuffle(made)
    assert find_families(made) == before


def test_what_is_like_in_steps_is_no_family_as_a_whole() -> None:
    parts = [" ".join(f"{name}{n}" for name in NAMES) for n in range(7)]
    steps = [article(str(n), ". ".join(parts[n : n + 4])) for n in range(4)]
    assert groups(*steps) == {("0", "1"), ("2", "3")}


def test_many_texts_that_share_a_paragraph_are_told_apart_and_their_copies_are_found() -> None:
    random = Random(7)
    own = [" ".join(random.choice(NAMES) for _ in range(60)) for _ in range(120)]
    made = [article(f"{n:03}", f"{text}. {OTHER}") for n, text in enumerate(own)]
    copies = [article(f"{n:03} again", f"{text}. {OTHER} {SECOND}") for n, text in enumerate(own)]
    assert groups(*made, *copies) == {(f"{n:03}", f"{n:03} again") for n in range(120)}


def grown(made: list[Article], steps: list[int]) -> set[Family]:
    """The families after the articles came in steps of so many."""
    known: dict[str, Sketch] = {}
    heads: dict[str, str] = {}
    families: set[Family] = set()
    by_id = {one.id: one for one in made}
    at = 0
    for step in [*steps, len(made)]:
        came = made[at : at + step]
        at += step
        there = dict(known)
        told = more_families(there, heads, came, lambda keys: {key: by_id[key] for key in keys})
        touched = {key for family in told.families for key in family.articles}
        families = {family for family in families if touched.isdisjoint(family.articles)} | set(told.families)
        known |= told.sketches
        heads |= told.heads
        assert families == set(find_families(made[:at]))
        assert first_families(made[:at]).heads == heads
    return families


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(0, 2**32), st.sampled_from([1, 2, 16]), st.lists(st.integers(1, 9), max_size=6))
def test_articles_that_come_one_after_the_other_make_the_families_of_all_at_once(
    seed: int, crowd: int, steps: list[int]
) -> None:
    """Texts made of few paragraphs, so that most share bands, some are copies in steps, and crowds are parted."""
    random = Random(seed)
    parts = [" ".join(f"{random.choice(NAMES)}{random.randrange(40)}" for _ in range(30)) for _ in range(5)]
    made = []
    for n in range(24):
        some = random.sample(parts, random.randint(1, 3))
        own = " ".join(f"{random.choice(NAMES)}{random.randrange(40)}" for _ in range(random.choice((0, 5, 30, 60))))
        made.append(article(f"{n:02}", ". ".join((*some, own)), f"Paper {n % 3}"))
    random.shuffle(made)
    with pytest.MonkeyPatch.context() as patch:
        for module in (near, growing):
            patch.setattr(module, "CROWD", crowd)
        assert len(grown(made, steps)) > 1
