"""One report cut out of its page: `Page` -> `Article`; and which articles are near-copies of one text."""

from rashomon.articles.extract import extract_article, text_in
from rashomon.articles.families import find_families

__all__ = ["extract_article", "find_families", "text_in"]
