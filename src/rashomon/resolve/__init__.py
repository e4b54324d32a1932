"""From names to who and where: within one report (`resolve_article`), then across reports (`merge_actors`).

A name is resolved only where exactly one candidate is left; what stays open stays None.
"""

from rashomon.resolve.article import resolve_article
from rashomon.resolve.merge import merge_actors

__all__ = ["merge_actors", "resolve_article"]
