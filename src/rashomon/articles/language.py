"""Which language a text is in."""

import py3langid

from rashomon.models import english_share, words_of

_ENOUGH = 40
"""Letters below which the identifier guesses: it takes names for languages."""
_SAMPLE = 4_000
"""Characters that are looked at; more do not change the answer for an article."""
_SOME, _SURELY = 30, 0.2
"""Words, and the share of everyday English ones among them, from which a text is English without asking the identifier,
which takes a hundred times as long: of 1,656 such texts of the test sets it calls each one English."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of `text`, "und" where it is too short to tell.

    The model is loaded at the first call and kept.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return "und"
    words = words_of(sample)
    if len(words) >= _SOME and english_share(sample, words) >= _SURELY:
        return "en"
    return str(py3langid.classify(sample)[0])
