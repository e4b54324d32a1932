"""Lines as a browser or a mail program saved them -> paragraphs, each on one line."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_BREAK = re.compile("\r\n?|\x85|\u2028")
_PARAGRAPH_BREAK = re.compile("[\f\v\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_END = re.compile(r"""[.!?…:;]["'”’»)\]]*$|[.!?]["'”’»)\]]*\s*\(\w[\w ]*\)$""")
_WRAP_NARROWEST, _WRAP_WIDEST = 45, 110
"""Columns at which programs wrap lines (mail 72, terminals 80, some 100): paragraphs of one line are longer, items of a
list shorter."""
_FULL = 0.8
"""Share of the longest line that a wrapped line fills, apart from the last of its paragraph."""


def clean_characters(text: str) -> str:
    """NFC, line ends as `\\n`, no invisible characters, one space between words, no blanks at the ends of lines."""
    text = _PARAGRAPH_BREAK.sub("\n\n", _BREAK.sub("\n", text))
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of cleaned text, in order, each on one line."""
    blocks = [block.split("\n") for block in re.split(r"\n\n+", text.strip("\n")) if block]
    return [paragraph for block in blocks for paragraph in (_unwrapped(block) if _is_wrapped(block) else block)]


def ends_sentence(text: str) -> bool:
    """Does the text end with an end mark, a closing quotation mark or bracket behind it allowed?"""
    return bool(_END.search(text))


def _is_wrapped(block: list[str]) -> bool:
    width = max(map(len, block))
    if len(block) < 2 or not _WRAP_NARROWEST <= width <= _WRAP_WIDEST:
        return False
    full = sum(len(line) >= _FULL * width for line in block[:-1])
    running = sum(not ends_sentence(line) for line in block[:-1])
    return 2 * full > len(block) - 1 and 2 * running >= len(block) - 1


def _unwrapped(block: list[str]) -> list[str]:
    width = max(map(len, block))
    paragraphs: list[str] = []
    begin = True
    for line in block:
        if begin:
            paragraphs.append(line)
        else:
            paragraphs[-1] += line if paragraphs[-1].endswith("-") and line[0].islower() else f" {line}"
        begin = len(line) < _FULL * width and ends_sentence(line)
    return paragraphs
