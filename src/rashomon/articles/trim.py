"""What is left to cut of a text that was taken out of a page's structure already.

The structure has told more than the shape of lines can, so only what certainly is no report goes: the headline itself,
a menu above the first full paragraph, furniture, and all that follows a line behind the last full paragraph that opens
a list of links or comments.
"""

import re

from rashomon.articles.pieces import Piece, weigh
from rashomon.record import Cut

_MENU_LINES, _MENU_WORDS, _MENU_SHARE = 8, 4, 0.8
"""Lines above the first full paragraph from which they are a menu, if that share of them has so few words."""


def trim(paragraphs: list[str], title: str | None) -> tuple[list[str], list[Cut]]:
    """The paragraphs that are kept and those that are cut, both in order."""
    pieces = weigh(paragraphs)
    prose = [at for at, piece in enumerate(pieces) if piece.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (0, len(pieces))
    menu = _is_menu(pieces[:first])
    kept: list[str] = []
    cuts: list[Cut] = []
    opened: str | None = None
    for at, piece in enumerate(pieces):
        if at > last and piece.opens:
            opened = opened or piece.reason
        if at <= first and title and same_words(piece.text, title):
            cuts.append(Cut(piece.text, "headline"))
        elif menu and at < first:
            cuts.append(Cut(piece.text, piece.reason or "menu"))
        elif opened or piece.is_cut_inside or (piece.reason and not first <= at <= last):
            cuts.append(Cut(piece.text, piece.reason or opened or "links to other pages"))
        else:
            kept.append(piece.text)
    return kept, cuts


def same_words(one: str, other: str) -> bool:
    """Are the words the same, whatever the marks and capitals?"""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def _is_menu(pieces: tuple[Piece, ...]) -> bool:
    short = sum(piece.words <= _MENU_WORDS for piece in pieces)
    return len(pieces) >= _MENU_LINES and short >= _MENU_SHARE * len(pieces)
