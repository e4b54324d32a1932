"""Reports and mentions without a parse, filled by hand."""

from collections import Counter

from rashomon.events.sameness import Mention, ReportWords, same_acts


def report(names: str, things: str, doings: str) -> ReportWords:
    return ReportWords(Counter(names.split()), Counter(things.split()), Counter(doings.split()), Counter())


def mention(number: int, word: str, doers: str, sufferers: str) -> Mention:
    beside = frozenset(f"{doers} {sufferers}".split())
    return Mention(
        report=number,
        sentence=0,
        wording=(word,),
        word=word,
        form="verb",
        doers=frozenset(doers.split()),
        sufferers=frozenset(sufferers.split()),
        around=frozenset(),
        near=beside,
        sentence_words=beside,
        names=frozenset(),
        numbers=frozenset(),
        above="",
    )


REPORTS = [
    report("karsa marun", "depot dawn raid", "storm seize"),
    report("karsa marun", "depot dawn attack", "raid"),
    report("telvo ilgen", "bank fraud court", "raid close"),
    report("telvo ilgen", "bank fraud police", "search close"),
]
MENTIONS = [
    mention(0, "storm", "marine", "depot karsa"),
    mention(1, "raid", "marine", "depot karsa"),
    mention(2, "raid", "police", "bank telvo"),
    mention(3, "search", "police", "bank telvo"),
]


def test_one_word_in_two_stories_is_two_acts() -> None:
    of = same_acts(REPORTS, MENTIONS)
    assert of[1] != of[2]


def test_two_words_for_one_thing_in_one_story_are_one_act() -> None:
    of = same_acts(REPORTS, MENTIONS)
    assert of[0] == of[1] == 0


def test_nothing_and_one() -> None:
    assert same_acts([], []) == []
    assert same_acts(REPORTS[:1], []) == []
    assert same_acts(REPORTS[:1], MENTIONS[:1]) == [0]
