"""Chains: who is said to say what, from the outlet to whoever is closest to the fact."""

from datetime import date
from pathlib import Path

import pytest

from rashomon.record import When
from rashomon.statements.attributions import find_attributions
from rashomon.statements.chains import chain_at
from rashomon.statements.quotes import find_quotes

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "chains.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def chain_of(nlp, marked, outlet=None, **more):
    """The chain of the words between [[ ]] in a text, whose paragraphs are parted by a pilcrow."""
    text = marked.replace(" ¶ ", "\n\n")
    start, end = text.index("[["), text.index("]]") - 2
    doc = nlp(text.replace("[[", "").replace("]]", ""))
    return chain_at(doc, find_attributions(doc, find_quotes(doc)), start, end, outlet, **more)


def written(chain):
    return " > ".join(f"{sayer.name} ({sayer.role})" for sayer in chain) or "-"


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[row[0] for row in CASES])
def test_chain(nlp, why, text, expected):
    assert written(chain_of(nlp, text)) == expected, why


def test_there_are_enough_cases():
    assert len(CASES) >= 120


def test_outlet_stands_first_and_credit_second(nlp):
    chain = chain_of(nlp, "Police said [[two men died]].", "Daily Nation", copied_from="AP")
    assert written(chain) == "Daily Nation (outlet) > AP (agency) > police (official)"


def test_outlet_is_named_once(nlp):
    chain = chain_of(nlp, "Mayor Carlos Fuentes told Reuters that [[the dam had burst]].", "Reuters")
    assert written(chain) == "Reuters (agency) > Carlos Fuentes (official)"


def test_sayer_holds_the_words_of_the_text(nlp):
    text = "On Monday the Malian army said [[a convoy was ambushed]]."
    (sayer,) = chain_of(nlp, text)
    assert text[sayer.start : sayer.end] == sayer.text == "the Malian army"


def test_day_of_saying_comes_from_the_cue(nlp):
    day = When(date(2020, 5, 4), date(2020, 5, 4), "day", "on Monday", "relative")
    text = "The army said on Monday that [[a convoy was ambushed]]."
    (sayer,) = chain_of(nlp, text, said_of=lambda start, end: day if text[start:end] == "said" else None)
    assert sayer.said == day
