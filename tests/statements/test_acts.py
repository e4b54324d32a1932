"""Acts: trigger, type, mode, factuality and roles, on sentences of our own."""

import pytest

from rashomon.errors import SettingError
from rashomon.statements.factuality import factuality
from rashomon.statements.lexicon import load_lexicon, parse_sense
from rashomon.statements.phrases import bare
from rashomon.statements.roles import cast
from rashomon.statements.triggers import find_triggers
from rows import rows


@pytest.mark.parametrize("case", rows("acts.tsv"), ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_acts_are_read(nlp, case):
    sentence, words, act, mode, fact, actors, targets, _why = case
    doc = nlp(sentence)
    triggers = {t.head.i: t for t in find_triggers(doc)}
    by_words = {doc[t.start : t.end].text: t for t in triggers.values()}
    if words == "-":
        assert not by_words
        return
    trigger = by_words[words]
    roles = cast(trigger, triggers, load_lexicon())
    last = [
        "|".join(doc[slice(*bare(t))].text.split()[-1] for t in side) or "-" for side in (roles.actors, roles.targets)
    ]
    assert (trigger.sense.type, trigger.sense.mode or "-", factuality(trigger.head)) == (act, mode, fact)
    assert last == [actors, targets]


def test_the_lexicon_is_large_and_whole():
    assert sum(map(len, load_lexicon().senses.values())) > 700


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (["assault", "-", "v", "hit"], "columns"),
        (["assault", "-", "x", "hit", "-", "subj", "obj", "One hit the other."], "part of speech"),
        (["assault", "desert", "v", "hit", "-", "subj", "obj", "One hit the other."], "no such act"),
    ],
)
def test_a_row_that_does_not_fit_is_named(row, word):
    with pytest.raises(SettingError, match=word):
        parse_sense(row)
