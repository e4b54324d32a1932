"""English words: sentences, figures and times as the package's own rules read them, over the parse of the text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from rashomon.record import Article, Figure, Name, Span, When
from rashomon.statements import proper_names
from rashomon.statements.figures import find_figures
from rashomon.statements.times import find_times, resolve_time


class EnglishWords:
    """The words of an English article, by its parse."""

    def __init__(self, article: Article, doc: Doc) -> None:
        text = article.text
        self.sentences = tuple(Span.trimmed(text, sent.start_char, sent.end_char) for sent in doc.sents)
        self.names: tuple[Name, ...] = proper_names(doc, text)
        self._times = find_times(doc)
        self._figures = tuple(replace(f, text=text[f.start : f.end]) for f in find_figures(doc, self._times))

    def figures(self, start: int, end: int, counts: str, people: bool) -> Iterator[Figure]:
        """The figures that these characters touch; what they count the parse knows better than whoever told of them."""
        return (figure for figure in self._figures if figure.start < end and start < figure.end)

    def when(self, start: int, end: int, today: date | None, ahead: bool) -> When | None:
        """The first time that these characters touch and that can be resolved."""
        told: When | None = None
        for words in self._times:
            when = resolve_time(words, today=today, told=told, tense="future" if ahead else "past")
            if words.start < end and start < words.end and when is not None:
                return when
            told = when or told
        return None
