"""Part of speech, form and lemma are what the pipeline's own components give, however often they were asked."""

import pytest
import spacy

from rashomon.settings import PIPELINES
from rashomon.statements.forms import Forms
from rashomon.statements.parse import load_pipeline

TEXTS = (
    "I said you all let's go, we're gonna leave. There is no one; it ain't over.\n\nThey gotta go. But it was you.",
    "He did leave. You told it to me, and I have told it to you. Did he have it? What matters is that they had left.",
    "The guards, having been wounded, did fire on those who were firing; its walls have fallen.\n\nC'mon, y'all.",
)


def test_forms_are_those_of_the_pipelines_own_components() -> None:
    ours = load_pipeline()
    plain = spacy.load(next(name for name in PIPELINES if spacy.util.is_package(name)))
    forms = Forms(plain.get_pipe("attribute_ruler"), plain.get_pipe("lemmatizer"))
    for text in TEXTS * 2:  # The second time all is remembered.
        asked, remembered = ours.make_doc(text), ours.make_doc(text)
        for doc in (asked, remembered):
            for name in ("tok2vec", "tagger", "parser"):
                ours.get_pipe(name)(doc)
        for name in ("attribute_ruler", "lemmatizer"):
            plain.get_pipe(name)(asked)
        forms(remembered)
        told = [
            [(t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph), t.head.i, t.is_sent_start) for t in doc]
            for doc in (asked, remembered)
        ]
        assert told[0] == told[1]


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.statements.forms.MOST", 5)
    plain = spacy.load(next(name for name in PIPELINES if spacy.util.is_package(name)))
    forms = Forms(plain.get_pipe("attribute_ruler"), plain.get_pipe("lemmatizer"))
    for text in ("One two three four five six seven.", "Eight men left."):
        doc = plain.make_doc(text)
        for name in ("tok2vec", "tagger", "parser"):
            doc = plain.get_pipe(name)(doc)
        told = [token.lemma_ for token in forms(doc)]
    assert told == ["eight", "man", "leave", "."]
    assert len(forms._known) == len(told), "the words of the last text alone"
