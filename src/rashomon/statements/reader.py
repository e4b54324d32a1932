"""The reader of the package: rules over the parse of English text.

What the rules do not recognise stays unread.
"""

from dataclasses import replace

from spacy.tokens import Doc

from rashomon.errors import PageError
from rashomon.record import Article, Name, Reading
from rashomon.settings import Settings
from rashomon.statements.composing import Composer
from rashomon.statements.dating import Dating
from rashomon.statements.found import find
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.parse import MAX_CHARS, load_pipeline, pipeline_version
from rashomon.statements.printed import printed
from rashomon.statements.truecase import truecase

RULES = "rules 1"
"""Version of the rules and the lexicon; raised whenever the same text may read differently."""

NAME_LABELS = frozenset(("PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT"))


class Reader:
    """Reads English articles into statements; holds the loaded pipeline, so one reader serves a whole pile."""

    def __init__(self, settings: Settings) -> None:
        self._nlp = load_pipeline(settings.pipeline)
        self._lexicon = load_lexicon()
        self.version = f"{RULES} {pipeline_version(self._nlp)}"

    def parse(self, article: Article) -> Doc:
        """The parse of an article in mixed case, token by token at the article's own offsets."""
        return self._nlp(truecase(article.text))

    def read(self, article: Article) -> Reading:
        """All statements of one article in the order of its text, and every proper name; raises PageError where the
        text is too long to parse."""
        if len(article.text) > MAX_CHARS:
            raise PageError(
                article.file,
                "statement",
                f"the text has {len(article.text):,} characters, more than the {MAX_CHARS:,} that are parsed at once; "
                "mend: split it into the reports that it holds",
            )
        cased = replace(article, text=truecase(article.text))
        doc = self._nlp(cased.text)
        found = find(doc, self._lexicon)
        dating = Dating(found, cased)
        composer = Composer(cased, found, dating, self.version)
        statements = sorted(composer.statements(), key=lambda s: (s.trigger or s.evidence, s.type, s.id))
        reading = Reading(article.id, tuple({s.id: s for s in statements}.values()), _names(doc))
        return reading if cased.text == article.text else printed(reading, article.text)


def _names(doc: Doc) -> tuple[Name, ...]:
    return tuple(
        Name(e.text, e.start_char, e.end_char, e.label_)
        for e in doc.ents
        if e.label_ in NAME_LABELS and e.text.strip() == e.text
    )
