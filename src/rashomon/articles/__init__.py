"""One report cut out of its page: `Page` -> `Article`; and which articles are near-copies of one text."""

from rashomon.articles.decode import decode
from rashomon.articles.extract import extract_article
from rashomon.articles.families import find_families

__all__ = ["decode", "extract_article", "find_families"]
