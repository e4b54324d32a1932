"""Text -> parsed document, by an English pipeline of spaCy.

The document's text is the article's text to the letter, so character offsets of tokens are offsets into the article.
A sentence never crosses from one paragraph into the next.
"""

import warnings
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.errors import SettingError
from rashomon.settings import PIPELINES
from rashomon.statements.forms import LEMMATIZER, RULER, make_forms
from rashomon.statements.labels import NER, Labels, make_labels
from rashomon.statements.vectors import TOK2VEC, Vectors, make_vectors

MAX_CHARS = 1_000_000
"""Characters that the parser takes at once (spaCy's own limit, about 1 GB of memory); a longer article is dropped."""

COMMA = r"(?<!\d),|,(?!\d)"
"""A comma parts words with a blank behind it or without, except in numbers: it may stand in the place of the blank."""


@Language.component("paragraph_bounds")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every empty line, before the parser sets its own bounds."""
    fresh = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            fresh = True
        elif fresh:
            token.is_sent_start = True
            fresh = False
    return doc


@Language.component("acronyms")
def acronyms(doc: Doc) -> Doc:
    """Let the pipeline take "IS" in running text for a name, as it takes "ISIS": it knows the word as a verb alone, and
    a sentence whose subject is taken for a verb comes out wrong as a whole."""
    for token in doc:
        if token.text == "IS":
            beside = [doc[at] for at in (token.i - 1, token.i + 1) if 0 <= at < len(doc) and doc[at].is_alpha]
            if not beside or not all(word.is_upper for word in beside):
                token.norm_ = "isis"
    return doc


@cache
def load_pipeline(name: str | None = None) -> Language:
    """The pipeline `name`, or the first installed of `settings.PIPELINES`; raises SettingError where there is none."""
    names = (name,) if name else PIPELINES
    for candidate in names:
        if spacy.util.is_package(candidate):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                nlp = spacy.load(candidate)
            nlp.add_pipe("acronyms", first=True)
            nlp.add_pipe("paragraph_bounds", before="parser")
            tokenizer: Any = nlp.tokenizer
            tokenizer.infix_finditer = spacy.util.compile_infix_regex((*(nlp.Defaults.infixes or ()), COMMA)).finditer
            nlp.max_length = MAX_CHARS
            _quickened(nlp)
            return nlp
    raise SettingError(
        f"no language pipeline: none of {', '.join(names)} is installed; "
        f"mend: pip install {PIPELINES[-1].replace('_', '-')}==3.8.0"
    )


def _quickened(nlp: Language) -> None:
    """Let the pipeline give what it gives in less time: its products by NumPy's own library, which takes two thirds of
    the time of the one it brings along, and what hangs on the word alone from memory."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False
    tok2vec: Any = nlp.get_pipe(TOK2VEC) if nlp.has_pipe(TOK2VEC) else None
    if tok2vec is not None and Vectors.can_stand_for(tok2vec.model):
        _replace(nlp, make_vectors.__name__, TOK2VEC)
    if nlp.has_pipe(NER) and Labels.can_stand_for(nlp.get_pipe(NER)):
        _replace(nlp, make_labels.__name__, NER)
    if nlp.has_pipe(RULER) and nlp.has_pipe(LEMMATIZER):
        lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part in index:
            index[part] = frozenset(index[part])  # It comes as lists of up to 57,000 words that are searched through.
        _replace(nlp, make_forms.__name__, RULER, LEMMATIZER)


def _replace(nlp: Language, made_by: str, *names: str) -> None:
    """Put a component of ours behind those that it stands for, and turn these off."""
    nlp.add_pipe(made_by.removeprefix("make_"), after=names[-1])
    for name in names:
        nlp.disable_pipe(name)


def pipeline_version(nlp: Language) -> str:
    """Name and version of a loaded pipeline, as "en_core_web_sm 3.8.0"."""
    package = str(nlp.meta.get("name", ""))
    full = package if package.startswith("en_") else f"{nlp.lang}_{package}"
    try:
        return f"{full} {version(full)}"
    except PackageNotFoundError:
        return f"{full} {nlp.meta.get('version', '')}".strip()
