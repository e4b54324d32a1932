"""Bytes -> text: the encoding is found, not assumed, and no bytes make this fail."""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)|<\?xml[^>]{0,100}?encoding=["']([\w.-]+)""", re.I
)
_DECLARED_WITHIN = 4096
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
              "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932", "shift_jis": "cp932",
              "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "tis-620": "cp874"}  # fmt: skip
"""What browsers read under these names (WHATWG Encoding Standard, names and labels)."""
_FEW = 0.03
"""Share of letters above 127 up to which a text is taken as English in Windows-1252: in French and German they are 4
to 6 in a hundred, in other alphabets most of them."""
_ENOUGH = 30
"""Such letters below which statistics tell nothing about an encoding."""
_HIGH_LETTERS = re.compile(rb"[\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xff]")
"""What Windows-1252 has letters for; the other bytes above 127 are its quotation marks, dashes and currencies."""
_SAMPLE = 262_144


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of `body`: by its byte order mark, as UTF-8 where it is that, as the server (`charset`) or the page
    declares, else by its bytes.

    UTF-8 with some stray bytes of Windows-1252, as pages pasted together have it, is read as both.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    wide = _wide(body)
    if wide:
        return body.decode(wide, "replace")
    declared = _codec(charset or "") or _declared(body)
    if declared == "iso2022_jp":
        return body.decode(declared, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    pairs = _MULTIBYTE.findall(body)
    inside = sum(map(len, pairs))
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if 2 * len(pairs) >= max(high - inside, 1):
        return body.decode("utf-8", "windows_1252_for_stray_bytes")
    if declared and declared != "utf-8":
        try:
            return body.decode(declared)
        except UnicodeDecodeError:
            pass
    sample = body[:_SAMPLE]
    letters = len(_HIGH_LETTERS.findall(sample))
    if letters >= _ENOUGH and letters > _FEW * len(sample):
        best = from_bytes(sample).best()
        if best is not None:
            return body.decode(best.encoding, "replace")
    return body.decode("cp1252", "replace")


def _wide(body: bytes) -> str | None:
    """UTF-16 without its mark, told by the zero bytes of its ASCII characters."""
    head = body[:200]
    if len(head) < 4 or head.count(0) < len(head) // 3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _declared(body: bytes) -> str | None:
    match = _DECLARED.search(body[:_DECLARED_WITHIN])
    if not match:
        return None
    return _codec((match[1] or match[2]).decode("ascii"))


def _codec(name: str) -> str | None:
    """The name of the codec that browsers read under this name; None where there is none."""
    try:
        found = codecs.lookup(_WEB_NAMES.get(name.lower(), name.lower()))
        found.decode(b"")
    except (LookupError, ValueError, TypeError):
        return None
    return found.name if found._is_text_encoding else None


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    piece = error.object[error.start : error.end]
    return piece.decode("cp1252", "replace"), error.end


codecs.register_error("windows_1252_for_stray_bytes", _stray)
