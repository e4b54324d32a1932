"""A reader of your own: one class with one method, from an article to its statements.

    python examples/reader.py basra.record truce

The class marks every sentence with a word that you choose. To build with it, put `marked = "my_package:Marked"` under
`[project.entry-points."rashomon.readers"]` in the `pyproject.toml` of your package, and say `--reader marked:truce`.

`held` is what every build does with what a reader gives: it raises an error where a word does not stand in the text.
"""

import re
import sys
from collections.abc import Iterator

import rashomon
from rashomon.readers import held
from rashomon.record import Article, Reading, Span, Statement, content_id


class Marked:
    """Takes each sentence with the word behind the colon for a ceasefire, told by the outlet, of unknown day."""

    version = "marked 1"

    def __init__(self, settings: rashomon.Settings) -> None:
        word = settings.reader.partition(":")[2]
        self._sentence = re.compile(rf"[^.!?\n]*\b(?P<word>{re.escape(word)})\b[^.!?\n]*[.!?]?", re.IGNORECASE)

    def read(self, article: Article) -> Reading:
        """One statement for each such sentence."""
        return Reading(article.id, tuple(self._statements(article)), names=())

    def _statements(self, article: Article) -> Iterator[Statement]:
        for found in self._sentence.finditer(article.text):
            yield Statement(
                id=content_id(self.version, article.id, found.start("word")),
                article=article.id,
                evidence=Span.trimmed(article.text, *found.span()),
                trigger=Span.of(article.text, *found.span("word")),
                type="retreat",
                mode="ceasefire",
                factuality="asserted",
                actors=(),
                targets=(),
                places=(),
                time=None,
                figures=(),
                chain=(),
                confidence=0.5,
                reader=self.version,
            )


def main(record: str, word: str) -> None:
    """Read the articles of a record anew, and print which marked sentences the record has as such an act too."""
    reader = Marked(rashomon.Settings(reader=f"marked:{word}"))
    with rashomon.open(record) as view:
        for article in view.articles():
            known = [s.evidence for s in view.statements_of([article.id]) if s.type == "retreat"]
            for told in held(article, reader.read(article)).statements:
                both = any(one.start <= told.evidence.start < one.end for one in known)
                print(f"{'both' if both else 'mine'}  {article.file}: {told.evidence.text}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
