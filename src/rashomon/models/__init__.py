"""The small learned parts of the package: linear models over hashed features, each a file in `data/` with its card."""

from rashomon.models.english import english_share, words_of
from rashomon.models.linear import Linear, load_model

__all__ = ["Linear", "english_share", "load_model", "words_of"]
