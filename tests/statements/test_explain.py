"""Why something was read, or passed over: each reason on a sentence of our own."""

import pytest

import rashomon


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("The comedy bombed at the box office.", "bombed", "no act of conflict, as in:"),  # a sense that is no act
        ("The captured men went home.", "captured", "it only describes 'men'"),  # a participle in front of its noun
        ("The attack helicopter was sold.", "attack", "it is the first half of"),  # half of a compound
        ("Fears of clashes rose.", "clashes", "it says nothing of who"),  # a mere mention
        ("Soldiers refused to fight.", "fight", "another word"),  # what was refused is the refusal itself
        ("Soldiers went home.", "went", "to:@place does not hold"),  # a word whose condition is not met
    ],
)
def test_what_is_passed_over_has_its_reason(text, word, reason):
    passed = {p.word.text: p.reason for p in rashomon.explain(text).explanation.passed}
    assert passed[word].startswith(reason)


def test_every_statement_has_its_ground_and_stands_in_a_sentence():
    told = rashomon.explain(
        "Karsa, 3 May. The governor said that 40 soldiers had deserted. The town has 3,000 people. "
        '"We are tired," he said. The general met the elders on Monday, the mayor on Tuesday.'
    )
    grounds = {ground.statement: ground.words for ground in told.explanation.grounds}
    assert set(grounds) == {statement.id for statement in told.reading.statements}
    by_type = {statement.type: grounds[statement.id] for statement in told.reading.statements}
    assert "acts.tsv line" in by_type["defect"]
    assert "said (say)" in by_type["say"]
    assert by_type["state"] == "a figure that belongs to no act"
    for statement in told.reading.statements:
        start = (statement.trigger or statement.evidence).start
        assert any(s.start <= start < s.end for s in told.explanation.sentences)


def test_explaining_reads_what_reading_reads():
    text = "Police arrested two men in Karsa on 3 May 2021."
    assert rashomon.explain(text).reading == rashomon.read(text).reading
