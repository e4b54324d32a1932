"""What two mentions tell, sign by sign."""

from dataclasses import replace

import pytest

from rashomon.events.sameness import Mention
from rashomon.events.sameness.signs import SIGNS, Seen, signs
from rashomon.events.sameness.usage import SIGNS as USES
from rashomon.events.sameness.usage import Usage

RAID = Mention(
    report=0,
    sentence=0,
    wording=("raid",),
    word="raid",
    form="verb",
    doers=frozenset({"marine"}),
    sufferers=frozenset({"depot"}),
    around=frozenset(),
    near=frozenset({"marine", "depot", "karsa"}),
    sentence_words=frozenset({"marine", "depot", "karsa", "dawn"}),
    names=frozenset({"karsa"}),
    numbers=frozenset({"40"}),
    above="",
)
WORDS = ("raid", "attack", "buy", "marine", "depot", "karsa", "dawn", "guard", "bridge")
WEIGHT = dict.fromkeys(WORDS, 1.0)


def told(one: Mention, other: Mention, story: float = 0.9) -> dict[str, float]:
    return dict(zip(SIGNS, map(float, signs(Seen.of(one), Seen.of(other), story, WEIGHT)), strict=True))


def test_one_act_in_two_reports() -> None:
    found = told(RAID, replace(RAID, report=1))
    assert [found[sign] for sign in ("one word", "one base", "doers", "sufferers", "numbers")] == [1, 1, 1, 1, 1]
    assert found["sentences alike"] == pytest.approx(1.0)
    assert found["one report"] == found["opposed"] == found["other story"] == 0


@pytest.mark.parametrize(
    ("changed", "sign", "expected"),
    [
        ({"word": "attack", "wording": ("attack",)}, "one sense", 1),
        ({"word": "attack", "wording": ("attack",)}, "one word", 0),
        ({"word": "buy", "wording": ("buy",)}, "other field", 1),
        ({"doers": frozenset({"guard"})}, "doers", -1),  # another did it
        ({"doers": frozenset()}, "doers", 0),  # who did it is not told
        ({"numbers": frozenset({"12"})}, "numbers", -1),
        ({"sufferers": frozenset({"marine"})}, "crossed roles", 1),
        ({"report": 0, "sentence": 9}, "one report", 1),
        ({"report": 0}, "one sentence", 1),
        ({"report": 0}, "sentences alike", 0),  # of course they are
    ],
)
def test_what_differs(changed: dict[str, object], sign: str, expected: float) -> None:
    assert told(RAID, replace(RAID, **{"report": 1, **changed}))[sign] == expected


def test_reports_of_two_stories() -> None:
    assert told(RAID, replace(RAID, report=1), story=0.2)["other story"] == 1


def test_signs_are_the_same_from_either_side() -> None:
    other = replace(RAID, report=1, word="attack", wording=("attack",), doers=frozenset({"guard"}), above="say")
    assert told(RAID, other) == told(other, RAID)


def test_words_side_by_side_in_one_sentence() -> None:
    attack = replace(RAID, word="attack", wording=("attack",))
    there = replace(RAID, report=1, sentence_words=frozenset({"bridge"}))
    used = Usage([Seen.of(one) for one in (RAID, attack, there)], WEIGHT)
    found = dict(zip(USES, used.signs("raid", "attack"), strict=True))
    assert found["side by side, of all"] == 1.0
    assert found["in one report, of all"] == 1.0
    assert found["share of reports"] == pytest.approx(0.5)
    assert used.signs("attack", "raid") == used.signs("raid", "attack")
    assert dict(zip(USES, used.signs("raid", "raid"), strict=True))["side by side"] == 0
