"""Leftovers of markup in plain text, read as what they mean: `*Daily Example*` is a name, `\\$5` five dollars."""

import html
import re

_SCRIPTS = re.compile(
    r"<(script|style|iframe|object|noscript|svg)\b[^>]{0,2000}>.{0,4000}?</\1\s*>|<!--.{0,4000}?-->", re.I | re.S
)
_BREAKS = re.compile(
    r"<\s*/?\s*(?:br|p|div|li|ul|ol|tr|h[1-6]|blockquote|table|section|article|hr)\b[^<>\n]{0,500}>", re.I
)
_TAGS = re.compile(
    r"</?(?:html|head|title|body|main|header|footer|nav|aside|a|b|i|u|em|strong|span|font|small|big|sup|sub|img|embed|param|center|cite|q|abbr|td|th|tbody|thead|label|"
    r"figure|figcaption|picture|source|input|button|time|mark|s|strike|code|pre|link|meta)\b[^<>\n]{0,2000}>",
    re.I,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_ATTRIBUTES = r"""(?:\s+[\w-]+\s*=\s*(?:"[^"\]\n]*"|'[^'\]\n]*'|[^\s\]"']+))"""
_SHORTCODE = re.compile(
    rf"\[/?[a-z][a-z0-9]*[_-][a-z0-9_-]*(?:{_ATTRIBUTES}|\s+[^\[\]\n]{{0,500}})?\s*/?\]|\[[a-z][a-z0-9_-]*{_ATTRIBUTES}+\s*/?\]"
    r"|\[/[a-z][a-z0-9_-]*\]|\[(?:gallery|embed|youtube|video|audio|caption|vimeo|soundcloud)\]|\[[a-z0-9_-]+\s*/\]",
    re.I,
)
"""`[gallery ids="1,2" /]`, `[/caption]`: brackets with attributes, an underscore or a slash, as blog software writes
them. Words that an editor adds in brackets have none of these."""
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^)\s]{1,1000}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\((?:https?:|/|#|mailto:)[^)\s]{0,1000}\)")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s_])\1(?![\w_])")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$", re.M)
_QUOTED = re.compile(r"^ {0,3}>+ ?", re.M)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!$~|<>-])")


def read_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without markup, and the embed codes that were taken out of it, in order."""
    text = _BREAKS.sub("\n\n", _SCRIPTS.sub(" ", text))
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _TAGS.sub("", text))
    codes = tuple(code[0] for code in _SHORTCODE.finditer(text))
    text = _LINK.sub(r"\1", _IMAGE.sub(" ", _SHORTCODE.sub(" ", text)))
    text = _HEADING.sub(r"\1", _QUOTED.sub("", text))
    text = _UNDERLINED.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text), codes
