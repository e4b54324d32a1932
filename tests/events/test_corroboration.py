"""How well it is told that something happened: who says so, and the grade (each row with its why)."""

import pytest

from rashomon.events.corroboration import RULES, Corroborating
from rashomon.events.origins import Origins
from rashomon.record import Sayer

from .makers import ACTORS, Newsroom, actor, cited, people, unnamed

COLONEL, MINISTER = cited("colonel", "official"), cited("oma", "official")
REBEL = cited("red", "official")
NURSE = Sayer("a nurse", "witness", "a nurse", 0, 7)
NOTE = Sayer("a court file", "document", "a court file", 0, 12)
RAID = {"type_": "assault", "mode": None, "actors": [actor("army")], "targets": [actor("red")]}
DESERTION = {"type_": "defect", "mode": "desert", "actors": [actor("army")]}
MASSACRE = {"type_": "assault", "mode": "firearms", "actors": [actor("army")], "targets": [people("villagers")]}
OWN_DEAD = {"type_": "harm", "mode": "killed", "targets": [actor("army")]}

AGAINST = "against-interest"

ROWS = [
    ("one outlet", RAID, {"a": ()}, "single", ["outlet"]),
    ("two outlets in their own name", RAID, {"a": (), "b": ()}, "alike", ["outlet", "outlet"]),
    ("an outlet and an agency", RAID, {"a": (), "b": (cited("wna"),)}, "independent", ["outlet", "agency"]),
    ("two papers with one agency", RAID, {"a": (cited("wna"),), "b": (cited("wna"),)}, "single", ["agency"]),
    ("two that have it from the army", RAID, {"a": (COLONEL,), "b": (MINISTER,)}, "one-side", ["party", "party"]),
    ("the army and the rebels", RAID, {"a": (COLONEL,), "b": (REBEL,)}, "independent", ["party", "party"]),
    ("a witness and a document", RAID, {"a": (NURSE,), "b": (NOTE,)}, "independent", ["witness", "document"]),
    ("nobody with a name", RAID, {"a": (unnamed("sources"),), "b": (unnamed("sources"),)}, "alike", ["unnamed"] * 2),
    ("the army tells of its own deserters", DESERTION, {"a": (COLONEL,), "b": ()}, AGAINST, ["party", "outlet"]),
    ("the army tells of its own dead", OWN_DEAD, {"a": (COLONEL,), "b": ()}, AGAINST, ["party", "outlet"]),
    ("the army tells of the villagers it shot", MASSACRE, {"a": (COLONEL,), "b": ()}, AGAINST, ["party", "outlet"]),
    ("the army tells of a raid on rebels", RAID, {"a": (COLONEL,), "b": ()}, "independent", ["party", "outlet"]),
    ("an admission that nobody else has", DESERTION, {"a": (COLONEL,)}, "single", ["party"]),
]  # fmt: skip


def told(act: dict, chains: dict, **more):
    room = Newsroom()
    for name, outlet in zip("abcd", ("The Courier", "Morning Post", "Harbour News", "Evening Mail"), strict=True):
        room.article(name, outlet)
    return room, [room.say(name, "They came at dawn.", **act, chain=chain, **more) for name, chain in chains.items()]


def corroboration(room, statements):
    origins = Origins(room.families, ACTORS)
    return Corroborating(origins, ACTORS).of(statements, origins.of(statements), False)


@pytest.mark.parametrize(("why", "act", "chains", "grade", "kinds"), ROWS, ids=[row[0] for row in ROWS])
def test_grades(why: str, act: dict, chains: dict, grade: str, kinds: list) -> None:
    found = corroboration(*told(act, chains))
    assert found.grade == grade, why
    assert found.rule == RULES[found.grade]
    assert sorted(source.kind for source in found.sources) == sorted(kinds)
    assert len({source.origin for source in found.sources}) == len(found.sources)


def test_a_party_is_named_by_its_side() -> None:
    found = corroboration(*told(RAID, {"a": (COLONEL,), "b": (MINISTER,), "c": (REBEL,)}))
    assert sorted(source.side or "" for source in found.sources) == ["Red Front", "Verian Army", "Verian Army"]


def test_words_tie_a_speaker_to_a_party_where_no_name_does() -> None:
    raid = {**RAID, "actors": [people("soldiers")], "targets": [people("villagers")]}
    for name, kind in (("army spokesmen", "party"), ("local officials", "unnamed"), ("rebels", "unnamed")):
        (source,) = corroboration(*told(raid, {"a": (unnamed(name),)})).sources
        assert (source.kind, source.side) == (kind, "soldiers" if kind == "party" else None), name


def test_whose_spokesman_somebody_is_stands_before_the_name() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    words = "Ministry spokesman Adel Marun said that the ministry had sent 40 men home."
    said = Sayer("Adel Marun", "official", "Adel Marun", words.index("Adel"), words.index(" said"))
    ministry = [people("the ministry")]
    one = room.say("a", words, "defect", "dismiss", "sent", actors=ministry, targets=[people("men")], chain=(said,))
    (source,) = corroboration(room, [one]).sources
    assert (source.kind, source.side, source.against_interest) == ("party", "the ministry", False)


def test_whoever_could_speak_for_either_side_speaks_for_none() -> None:
    both = {**RAID, "actors": [people("soldiers")], "targets": [people("soldiers")]}
    (source,) = corroboration(*told(both, {"a": (unnamed("army sources"),)})).sources
    assert source.kind == "unnamed"


def test_an_origin_counts_with_the_best_that_it_rests_on() -> None:
    room, statements = told(RAID, {"a": (COLONEL,)})
    statements.append(room.say("a", "We saw them come.", **RAID))
    (source,) = corroboration(room, statements).sources
    assert (source.kind, source.side) == ("outlet", None)


def test_plans_and_denials_corroborate_nothing() -> None:
    for factuality in ("planned", "denied", "hypothetical"):
        found = corroboration(*told(RAID, {"a": (), "b": ()}, factuality=factuality))
        assert (found.grade, found.sources) == ("none", ())
        assert found.denied_by == (("Morning Post", "The Courier") if factuality == "denied" else ())


def test_a_reprint_corroborates_nothing() -> None:
    room, statements = told(RAID, {"a": ()})
    room.reprint("r", "a", "The Reprinter")
    assert len(room.told) == 2
    assert corroboration(room, room.told).sources == corroboration(room, statements).sources
