"""One report cut out of its page: `Page` -> `Article`; and which articles are near-copies of one text."""

from rashomon.articles.decode import decode
from rashomon.articles.extract import extract_article
from rashomon.articles.families import Kinship, find_families, first_families, more_families

__all__ = ["Kinship", "decode", "extract_article", "find_families", "first_families", "more_families"]
