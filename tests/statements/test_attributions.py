"""Attributions: source, cue and content as they stand in the text."""

import pytest

from rashomon.errors import SettingError
from rashomon.statements.attributions import cues as lexicon
from rashomon.statements.attributions import find_attributions
from rashomon.statements.attributions.bounds import moved_to
from rashomon.statements.attributions.phrases import in_polls
from rashomon.statements.attributions.pieces import Piece
from rashomon.statements.quotes import find_quotes

# why, text, source, cue, content, kind; pieces parted by " … "
CASES = [
    ("that-clause", "The mayor said that the dam had burst.",
     "The mayor", "said", "that the dam had burst", "say"),
    ("auxiliaries and adverbs belong to the cue", "The mayor has never publicly denied that he fled.",
     "The mayor", "has never publicly denied", "that he fled", "deny"),
    ("the statement belongs to the cue", "The mayor said in a statement that the dam had burst.",
     "The mayor", "said in a statement", "that the dam had burst", "say"),
    ("what is set beside belongs to the source", "Ana Lopez, a nurse from Cali, said the dam had burst.",
     "Ana Lopez, a nurse from Cali", "said", "the dam had burst", "say"),
    ("whoever is told does not", "Ana Lopez told reporters the dam had burst.",
     "Ana Lopez", "told", "the dam had burst", "say"),
    ("direct speech in two parts", '"We left," Ana Lopez said. "We ran."',
     "Ana Lopez", "said", '"We left," … "We ran."', "say"),
    ("words outside the marks", 'The army "has lost the north," Ana Lopez said.',
     "Ana Lopez", "said", 'The army "has lost the north,"', "say"),
    ("according to", "Forty people drowned, according to the coast guard.",
     "the coast guard", "According to", "Forty people drowned", "report"),
    ("an infinitive", "The rebels vowed to take the capital.",
     "The rebels", "vowed", "to take the capital", "promise"),
    ("whom and what", "The envoy accused the rebels of shelling the town.",
     "The envoy", "accused", "the rebels of shelling the town", "accuse"),
    ("called for", "The envoy called for an end to the war.",
     "The envoy", "called for", "an end to the war", "demand"),
    ("a label", "The envoy called the raid a crime.",
     "The envoy", "called", "the raid a crime", "label"),
    ("nobody named", "It was reported that the envoy fled.",
     "", "was reported", "that the envoy fled", "report"),
    ("the subject belongs to the content", "The envoy is believed to have fled.",
     "", "is believed", "The envoy … to have fled", "believe"),
    ("a noun", "The envoy's claim that rebels fled was false.",
     "The envoy's", "claim", "that rebels fled", "say"),
    ("an adjective", "The envoy was certain that the truce would hold.",
     "The envoy", "was certain", "that the truce would hold", "believe"),
    ("an attitude", "The senators backed the attack on the camp.",
     "The senators", "backed", "the attack on the camp", "support"),
    ("a wish", "The rebels want to take the capital.",
     "The rebels", "want", "to take the capital", "want"),
]  # fmt: skip


def pieces(text, spans):
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(("why", "text", "source", "cue", "content", "kind"), CASES, ids=[row[0] for row in CASES])
def test_attribution(nlp, why, text, source, cue, content, kind):
    doc = nlp(text)
    found = find_attributions(doc, find_quotes(doc), attitudes=True)[0]
    got = (pieces(text, found.source), pieces(text, found.cue).capitalize(), pieces(text, found.content), found.kind)
    assert got == (source, cue.capitalize(), content, kind), why


def test_the_models_decide_on_words_that_may_attribute(nlp):
    doc = nlp("The minister expects that the dam will burst. The battalion appears on page four.")
    found = find_attributions(doc, find_quotes(doc), attitudes=True)
    assert [one.lemma for one in found] == ["expect"]


def test_a_piece_moves_from_one_part_to_another(nlp):
    text = "The rebels vowed to take the capital."
    doc = nlp(text)
    (found,) = find_attributions(doc, find_quotes(doc), attitudes=True)
    to = Piece("cue", text.index("to "), text.index("to ") + 2, False, ())
    moved = moved_to(doc, found, [(to, True)])
    assert (pieces(text, moved.cue), pieces(text, moved.content)) == ("vowed to", "take the capital")


def test_a_source_may_be_left_empty_but_no_content(nlp):
    text = "The rebels vowed to take the capital."
    doc = nlp(text)
    (found,) = find_attributions(doc, find_quotes(doc), attitudes=True)
    whole = [(Piece(role, 0, len(text), True, ()), False) for role in ("source", "cue", "content")]
    moved = moved_to(doc, found, whole)
    assert (moved.source, moved.head) == ((), None)
    assert (moved.cue, moved.content) == (found.cue, found.content)


def test_a_poll_may_be_the_source(nlp):
    doc = nlp("The governor leads by nine points in a new poll by the institute.")
    (token,) = [token for token in doc if token.lower_ == "in"]
    (reading,) = in_polls(token)
    assert doc[min(reading.source) : max(reading.source) + 1].text == "a new poll by the institute"
    assert doc[min(reading.content) : max(reading.content) + 1].text == "The governor leads by nine points"


def test_attitudes_are_left_out_unless_asked_for(nlp):
    doc = nlp("The senators backed the attack on the camp.")
    assert find_attributions(doc, find_quotes(doc)) == ()


def test_head_and_cue_are_tokens_of_the_text(nlp):
    doc = nlp("The old mayor told Reuters that the dam had burst.")
    (found,) = find_attributions(doc, find_quotes(doc))
    assert (doc[found.head].text, doc[found.cue_head].text, doc[found.told].text) == ("mayor", "told", "Reuters")


def test_every_frame_has_a_kind():
    tables = lexicon.load_cues()
    every = (*tables.verbs.values(), *tables.nouns.values(), *tables.adjectives.values())
    assert all(kind for frames in every for kind in frames.values())


def test_a_bad_row_is_named(monkeypatch):
    monkeypatch.setattr(lexicon, "_lines", lambda name: ["say\tsay\tclause", "say\tsay\tclause"])
    with pytest.raises(SettingError, match="line 2"):
        lexicon._read("cue_verbs.tsv")
