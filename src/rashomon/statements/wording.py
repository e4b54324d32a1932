"""The text of a parsed document, put together once: the pipeline's own `doc.text` joins all tokens at every call."""

from spacy.tokens import Doc

_KEY = "rashomon.text"


def text_of(doc: Doc) -> str:
    """The same as `doc.text`, kept with the document."""
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = doc.text
    return str(doc.user_data[_KEY])
