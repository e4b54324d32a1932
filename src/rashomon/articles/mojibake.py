"""UTF-8 that somebody once read as Windows-1252 (`â€™` for an apostrophe), mended where it can be nothing else.

A run of characters is mended only if it is UTF-8 read wrongly and no likely spelling of any language: sequences of
three and four bytes, two-byte ones that start with Â or Ã, and longer runs of two-byte ones.
"""

import re
from functools import partial


def _byte_of() -> dict[str, int]:
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        try:
            table[bytes([byte]).decode("cp1252")] = byte
        except UnicodeDecodeError:
            continue
    return table


_BYTE = _byte_of()
_LETTERS = {low: "".join(sorted(c for c, b in _BYTE.items() if low <= b <= high)) for low, high in
            ((0x80, 0xBF), (0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))}  # fmt: skip
_REST = "[" + re.escape(_LETTERS[0x80]) + "]"
_LONG = f"[{_LETTERS[0xE0]}]{_REST}{{2}}|[{_LETTERS[0xF0]}]{_REST}{{3}}"
_RUN = re.compile(f"(?:{_LONG}|[ÂÃ]{_REST})+|(?:[{_LETTERS[0xC2]}]{_REST}){{3,}}")
_SURE_RUN = re.compile(_RUN.pattern.replace("[ÂÃ]", "(?!Ã[‘’“”–—])[ÂÃ]"))
"""Without words in capitals that end in Ã before a quotation mark or a dash: they are wrong only on a page that has
worse."""
_LOST_END = re.compile(r"â€(?=[\s,.;:!)\]]|$)")
"""The closing quotation mark, whose third byte Windows-1252 has no character for, so that programs drop it."""
_MAC = {"‚Äô": "’", "‚Äò": "‘", "‚Äú": "“", "‚Äù": "”", "‚Äì": "–", "‚Äî": "—", "‚Ä¶": "…"}
"""The same fault with the old Macintosh encoding."""
_HIGH = re.compile(r"[^\x00-\x7f]{2,}")
"""All that is wrong stands in such runs, which few texts have: looking for them alone takes a hundredth of the time."""
_MOST_ROUNDS = 3
"""Text goes wrong twice, rarely three times."""


def mend_mojibake(text: str) -> str:
    """`text` with wrongly read UTF-8 mended; text that was right comes back as it is."""
    if text.isascii() or not _HIGH.search(text):
        return text
    for _ in range(_MOST_ROUNDS):
        pattern = _RUN if "â€" in text else _SURE_RUN
        mended = _HIGH.sub(partial(_mended_in, pattern), text)
        mended = _LOST_END.sub("”", mended) if "â€" in mended else mended
        if mended == text:
            break
        text = mended
    for wrong, right in _MAC.items():
        text = text.replace(wrong, right)
    return text


def _mended_in(pattern: re.Pattern[str], high: re.Match[str]) -> str:
    return pattern.sub(lambda run: _mended(run[0]), high[0])


def _mended(run: str) -> str:
    try:
        return bytes(_BYTE[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
