"""Vectors and names of ours are those of the pipeline itself, word by word."""

import numpy as np
import pytest
import spacy
from spacy.language import Language

from rashomon.settings import PIPELINES
from rashomon.statements.labels import Labels
from rashomon.statements.parse import load_pipeline
from rashomon.statements.vectors import Vectors

TEXTS = (
    "Rebels of the Northern Front killed 12 soldiers near Old Harbour on Monday, said Adel Marun of the Relief Union.",
    "Marun",
    "The Quay Road Bridge,\n\nheld since 4 May 2011 by Colonel Sami Haddad's men, fell.  In Basra some 1.5 million "
    "dinars were paid, about 30% of it by the Ministry of the Interior of Iraq.",
    "NATO said. On Tuesday Karsa. Ten of them",
    "it was quiet then, and nobody came",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    """The pipeline as it comes."""
    return spacy.load(next(name for name in PIPELINES if spacy.util.is_package(name)))


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_the_pipeline(plain: Language, text: str) -> None:
    doc = plain.make_doc(text)
    model = plain.get_pipe("tok2vec").model
    ours = Vectors(model)
    theirs = model.predict([doc])[0]
    assert np.allclose(ours(doc), theirs, atol=1e-5)
    assert np.array_equal(ours(doc), ours(doc)), "a word that is remembered has the vector that it had"


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_those_of_the_pipeline(plain: Language, text: str) -> None:
    theirs = plain(text)
    ours = plain(text, disable=["ner"])
    named = Labels(plain.get_pipe("ner"))(ours)
    assert [(e.start, e.end, e.label_) for e in named.ents] == [(e.start, e.end, e.label_) for e in theirs.ents]
    assert [token.ent_iob_ for token in named] == [token.ent_iob_ for token in theirs]


def test_vectors_do_not_hang_on_what_was_read_before(plain: Language) -> None:
    model = plain.get_pipe("tok2vec").model
    first, second = Vectors(model), Vectors(model)
    for text in reversed(TEXTS):
        second(plain.make_doc(text))
    for text in TEXTS:
        assert np.array_equal(first(plain.make_doc(text)), second(plain.make_doc(text)))


def test_reader_uses_them() -> None:
    names = load_pipeline().pipe_names
    assert {"vectors", "labels", "forms"} <= set(names)
    assert not {"tok2vec", "ner", "lemmatizer", "attribute_ruler"} & set(names)
