"""The reader of the package: rules over the parse of English text.

What the rules do not recognise stays unread.
"""

from dataclasses import replace

from spacy.tokens import Doc

from rashomon.errors import PageError
from rashomon.record import Article, Explanation, Name, Reading, Statement
from rashomon.settings import Settings
from rashomon.statements.commas import with_commas
from rashomon.statements.composing import Composer
from rashomon.statements.dating import Dating
from rashomon.statements.explain import explain
from rashomon.statements.found import Found, find
from rashomon.statements.headlines import with_passives, with_small_words
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.parse import MAX_CHARS, load_pipeline, pipeline_version
from rashomon.statements.printed import printed
from rashomon.statements.standing import standing
from rashomon.statements.truecase import truecase
from rashomon.statements.wording import text_of

RULES = "rules 3"
"""Version of the rules and the lexicon; raised whenever the same text may read differently."""

LANGUAGES = frozenset({"en"})
"""Languages (ISO 639-1) that the rules read."""

NAME_LABELS = frozenset(("PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT"))


class Reader:
    """Reads English articles into statements; holds the loaded pipeline, so one reader serves a whole pile."""

    languages = LANGUAGES

    def __init__(self, settings: Settings) -> None:
        self._nlp = load_pipeline(settings.pipeline)
        self._last: tuple[str, Doc] | None = None
        self._lexicon = load_lexicon(settings.acts)
        self.version = f"{RULES}{self._lexicon.edition} {pipeline_version(self._nlp)}"

    def parse(self, article: Article) -> Doc:
        """The parse of an article as it would stand with its capitals and commas, token by token at the article's own
        offsets; raises PageError where the text is too long. The last parse is kept for whoever asks for it next."""
        if len(article.text) > MAX_CHARS:
            raise PageError(
                article.file,
                "statement",
                f"the text has {len(article.text):,} characters, more than the {MAX_CHARS:,} that are parsed at once; "
                "mend: split it into the reports that it holds",
            )
        if self._last is None or self._last[0] != article.text:
            self._last = article.text, with_passives(self._nlp(with_commas(with_small_words(truecase(article.text)))))
        return self._last[1]

    def read(self, article: Article) -> Reading:
        """All statements of one article in the order of its text, and every proper name; raises PageError as `parse`
        does."""
        found = find(self.parse(article), self._lexicon)
        reading = Reading(article.id, self._statements(article, found), proper_names(found.doc, text_of(found.doc)))
        return reading if text_of(found.doc) == article.text else printed(reading, article.text)

    def explain(self, article: Article) -> Explanation:
        """Why `read` gives for this article what it gives; raises PageError as `read` does."""
        found = find(self.parse(article), self._lexicon)
        return explain(article, found, self._statements(article, found))

    def _statements(self, article: Article, found: Found) -> tuple[Statement, ...]:
        parsed = replace(article, text=text_of(found.doc))
        composer = Composer(parsed, found, Dating(found, parsed), self.version)
        acts = tuple(composer.statements())
        statements = sorted((*acts, *standing(composer, acts)), key=lambda s: (s.trigger or s.evidence, s.type, s.id))
        return tuple({s.id: s for s in statements}.values())


def proper_names(doc: Doc, text: str) -> tuple[Name, ...]:
    """Every proper name of a parsed text, in the characters of `text`, which is as long."""
    return tuple(
        Name(text[e.start_char : e.end_char], e.start_char, e.end_char, e.label_)
        for e in doc.ents
        if e.label_ in NAME_LABELS and e.text.strip() == e.text
    )
