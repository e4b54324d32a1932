"""Furniture run into the text itself, as programs that flatten a page leave it: buttons, counts of views, tags.

In such a text no line ends tell what belongs to the report, so only what certainly is none of it is cut, and what stood
on either side becomes two paragraphs.
"""

import re

from rashomon.record import Cut

_BEGINS = (
    r"(?:A|An|The|At|On|In|As|After|Before|Since|When|While|More|Over|Around|About|Nearly|Some|Several|Dozens|Scores|Hundreds"
    r"|Thousands|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Meanwhile|According|Activists|Officials)"
)
"""Words with which a report goes on behind a list of names."""

_PIECES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("day of a change", re.compile(r"\(updated [\d :.,/-]+\)")),
    (
        "share list",
        re.compile(r"\bGet (?:the )?(?:short )?(?:URL|link)\b(?: Topic [^.()]{3,90} \(\d+\))?(?: \d+\b(?! [a-z]))*"),
    ),
    (
        "share list",
        re.compile(r"\b(?:(?:Print|Tweet|Share|E-?mail|Like|Facebook|Twitter|Comments?)\s+){2,}(?:Views \d+\b)?"),
    ),
    ("share list", re.compile(r"\bViews \d+\b")),
    (
        "tags",
        re.compile(
            rf"(?:^|(?<=[.!?\"”] ))Tags:? (?:[\w'’.-]+ ){{1,30}}?(?={_BEGINS} (?:[a-z]|\d|U\.?S|[A-Z]))", re.MULTILINE
        ),
    ),
    (
        "embed code",
        re.compile(
            r"(?:https?\S+ )?pic\.twitter\.?com\S*(?: [^.()\n]{0,60}\(\w+\)(?: [A-Z][a-z]+)? \d+(?: \S)? 20\d\d)?"
        ),
    ),
    ("photo", re.compile(r"(?<=[a-z\d.]) ?\((?:[A-Z][\w/]* )?(?:File )?[Pp]hoto(?: [A-Z]\w+)?\)(?= [A-Z])")),
    ("photo", re.compile(r"(?<=20\d\d) ?\((?:Reuters|AFP|AP|EPA|Getty|Anadolu|AA)\)(?= [A-Z])")),
    ("credit", re.compile(r"(?<=[.!?\"”] )Source \w+ and agencies\b")),
    (
        "label",
        re.compile(r"^(?:Play )?(?:Video|VIDEO|WATCH|PHOTOS|URGENT|BREAKING)(?: [|:-])? (?=[A-Z])", re.MULTILINE),
    ),
    ("links to other pages", re.compile(r"(?:\.\.\. )?(?<=[.!?\"”] )(?:\d+ )?(?:Topic|Related)\b [^.\n]{20,}$")),
)
"""Each kind with the reason that its cut is given."""


def without_furniture(text: str) -> tuple[str, tuple[Cut, ...]]:
    """The text without the furniture that runs through it, and what was cut, in the order of the text."""
    found = sorted((m.start(), m.end(), reason) for reason, pattern in _PIECES for m in pattern.finditer(text))
    kept: list[str] = []
    cuts: list[Cut] = []
    at = 0
    for start, end, reason in found:
        if start < at or not text[start:end].strip():
            continue
        kept.append(text[at:start].strip(" "))
        cuts.append(Cut(text[start:end].strip(), reason))
        at = end
    kept.append(text[at:].strip(" "))
    return "\n\n".join(piece.strip("\n") for piece in kept if piece.strip()), tuple(cuts)
