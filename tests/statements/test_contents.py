"""What acts of speech are about, and meetings of several: their modes (cases/contents.tsv)."""

import pytest

from makers import an_article
from rashomon.record.vocabulary import MODES
from rashomon.settings import Settings
from rashomon.statements import Reader
from rashomon.statements.contents import _rows
from rows import rows


@pytest.fixture(scope="module")
def reader():
    return Reader(Settings())


@pytest.mark.parametrize("case", rows("contents.tsv"), ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_modes(reader, case):
    sentence, act, mode, why = case
    told = {(s.type, s.mode or "-") for s in reader.read(an_article(sentence)).statements if s.type == act}
    assert told == (set() if mode == "none" else {(act, mode)}), why


def test_the_table_has_modes_of_the_vocabulary_alone():
    assert {mode in MODES[act] for act, mode, _, _ in _rows()} == {True}
    for _, _, acts, _ in _rows():
        for inner in acts - {"-"}:
            act, _, mode = inner.partition("/")
            assert mode in {"", *MODES[act]}
