"""The line of a paragraph that tells where and when a report was filed: `HALBA, 24 April (Agency) -`.

Its day is that of the writing. On what the report tells it hangs as little as the name of the agency does.
"""

import re

PLACE = re.compile(
    r"\s*(?:[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]*)*(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)?[,.]?"
    r"|[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,2}(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)?,) \(?"
)
"""A place in capitals, or one with a comma behind it."""

END = re.compile(r",?\)?,?\s*(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\s*(?:--?|[–—:])\s")
"""What ends the line, the agency before it."""


def in_dateline(text: str, start: int, end: int) -> bool:
    """Do the characters from `start` to `end`, a time, stand in the dateline of their paragraph?"""
    begin = text.rfind("\n", 0, start) + 1
    return PLACE.fullmatch(text, begin, start) is not None and END.match(text, end) is not None
