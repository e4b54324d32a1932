"""The reader: a text goes to the model piece by piece, and what comes back is held against it."""

import os
from collections.abc import Iterator
from threading import Lock

from rashomon.errors import PageError, SettingError
from rashomon.readers.openai.check import Check
from rashomon.readers.openai.english import EnglishWords
from rashomon.readers.openai.kept import Kept
from rashomon.readers.openai.other import OtherWords
from rashomon.readers.openai.prompt import PROMPT, data, pieces, task
from rashomon.readers.openai.server import FailedError, Server
from rashomon.readers.openai.spending import LETTERS, OverError, Spending
from rashomon.readers.openai.told import BROKEN, Reply, reply_of, schema
from rashomon.readers.openai.words import Words
from rashomon.record import Article, Name, Reading, Refused, Statement
from rashomon.settings import Settings
from rashomon.statements import Reader as Rules

KEY = "RASHOMON_KEY"
"""Variable of the environment with the key of the server: a setting would be written down beside workers' tasks."""

TRIES = 2
"""How often a model is asked that answers with broken JSON."""


class ModelReader:
    """Reads by the model behind `openai:`, at the endpoint of the settings; any language. Several threads may share it.

    Raises SettingError where there is no model or endpoint, or where texts would leave this machine and the settings do
    not say that they may.
    """

    languages = None

    def __init__(self, settings: Settings) -> None:
        self._model = settings.reader.partition(":")[2].strip()
        if not self._model or not settings.endpoint:
            raise SettingError(
                f"setting reader is {settings.reader!r}, endpoint {settings.endpoint!r}: a model needs both, "
                "as in --reader openai:MODEL --endpoint http://localhost:11434/v1"
            )
        self._server = Server(
            settings.endpoint, os.environ.get(KEY, ""), settings.reader_seconds, settings.reader_calls
        )
        self.sends_to = self._server.shown
        if not self._server.here:
            self.sends_to += ", which is not this machine" + ("" if self._server.secure else ", and unencrypted")
            if not settings.may_send:
                raise SettingError(
                    f"the texts of all reports would go to {self.sends_to}; if that is meant: --yes (setting may_send)"
                )
        self.parallel = settings.reader_calls
        self.version = f"openai {self._model} prompt {PROMPT}"
        self._spending = Spending(settings.reader_tokens)
        self._kept = Kept(settings.cache / "replies")
        self._settings = settings
        self._rules: Rules | None = None
        self._lock = Lock()

    def read(self, article: Article) -> Reading:
        """What the model tells of the article and the text bears out; raises PageError where it gives no usable reply,
        SettingError where it gives none to anybody."""
        try:
            replies = [self._reply(piece) for piece in pieces(article.text)]
        except (FailedError, OverError) as error:
            raise PageError(article.file, "statement", str(error)) from error
        with self._lock:  # The language pipeline is not made for several threads.
            words = self._words(article)
            check = Check(article, words, self.version)
            statements = check.statements(replies)
        refused = tuple(Refused(why, times) for why, times in sorted(check.refused.items()))
        return Reading(article.id, statements, tuple(_names(statements, words)), refused=refused)

    def _words(self, article: Article) -> Words:
        if article.language != "en":
            return OtherWords(article)
        self._rules = self._rules or Rules(self._settings)
        return EnglishWords(article, self._rules.parse(article))

    def _reply(self, piece: str) -> Reply:
        asked = (self._model, str(PROMPT), piece)
        kept = self._kept.get(*asked)
        if kept is not None:
            try:
                return reply_of(kept)
            except BROKEN:
                pass
        messages = (("system", task()), ("user", data(piece)))
        for tried in range(1, TRIES + 1):
            content, cut = self._ask(messages)
            try:
                reply = reply_of(content)
            except BROKEN as error:
                if tried == TRIES:
                    why = f"it is cut off after {len(content):,} characters" if cut else str(error)
                    raise FailedError(f"the model's reply is not of the schema: {why}") from error
            else:
                self._kept.keep(content, *asked)
                return reply
        raise AssertionError("the last try returns or raises")

    def _ask(self, messages: tuple[tuple[str, str], ...]) -> tuple[str, bool]:
        length = sum(len(words) for _, words in messages)
        aside = cost = self._spending.set_aside(length)
        try:
            answer = self._server.ask(self._model, messages, schema())
            cost = (length + len(answer.content)) // LETTERS
            cost = answer.tokens if answer.tokens is not None and answer.tokens > 0 else cost
        finally:
            self._spending.settle(aside, cost)
        return answer.content, answer.cut


def _names(statements: tuple[Statement, ...], words: Words) -> Iterator[Name]:
    """The names that are known of the text, and the places that the model found beside them."""
    yield from words.names
    taken = [(name.start, name.end) for name in words.names]
    for place in sorted({(p.start, p.end, p.text) for s in statements for p in s.places}):
        if not any(start < place[1] and place[0] < end for start, end in taken):
            yield Name(place[2], place[0], place[1], "GPE")
