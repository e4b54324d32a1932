"""Which language a text is in."""

import py3langid

_ENOUGH = 40
"""Letters below which the identifier guesses: it takes names for languages."""
_SAMPLE = 4_000
"""Characters that are looked at; more do not change the answer for an article."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of `text`, "und" where it is too short to tell.

    The model is loaded at the first call and kept.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return "und"
    return str(py3langid.classify(sample)[0])
