"""One request to a chat server, with limits on time and size; asked again, later each time, where it is overloaded."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import msgspec
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Retry, Timeout
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError
from urllib3.exceptions import TimeoutError as HTTPTimeout

from rashomon.errors import SettingError
from rashomon.readers.openai.spending import REPLY

TRIES = 4
"""How often a request is made that the server is too busy for."""

WAIT = 1.0
"""Seconds before the second try; doubled for each further one."""

LONGEST_WAIT = 60.0
"""Seconds that we wait between two tries at most, whatever the server asks for."""

LARGEST = 4_000_000
"""Bytes of an answer at most: a hundred times what a reply of the longest length has."""

_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_CLOSED = {
    401: "it does not know our key; set RASHOMON_KEY",
    403: "it does not let us; check the key in RASHOMON_KEY",
    404: "there is no such model or path; an endpoint mostly ends in /v1",
    402: "it wants to be paid first",
}
_BLOCK = 1 << 16


class FailedError(Exception):
    """One request came to nothing; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote, whether it was cut off, and the tokens that the server says it cost, if it does."""

    content: str
    cut: bool
    tokens: int | None


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    total_tokens: int | None = None


class _Body(msgspec.Struct):
    choices: tuple[_Choice, ...]
    usage: _Usage | None = None


class Server:
    """The server at `endpoint`; `calls` requests may be made at a time. Raises SettingError for no address."""

    def __init__(
        self, endpoint: str, key: str, seconds: float, calls: int, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        try:
            parts = urlsplit(endpoint)
            self.host, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise SettingError(f"setting endpoint is {endpoint!r}, which is no address ({error})") from error
        if parts.scheme not in ("http", "https") or not self.host or parts.username or parts.query:
            raise SettingError("setting endpoint must be like http://localhost:11434/v1 (the key goes in RASHOMON_KEY)")
        self.shown = f"{parts.scheme}://{parts.netloc}"
        self.secure = parts.scheme == "https"
        self._path = f"{parts.path.rstrip('/')}/chat/completions"
        self._seconds = seconds
        self._sleep = sleep
        self._headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", "User-Agent": "rashomon"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        kind = HTTPSConnectionPool if self.secure else HTTPConnectionPool
        self._pool = kind(self.host, port, maxsize=calls)

    @property
    def here(self) -> bool:
        """Is it this machine?"""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    def ask(self, model: str, messages: Sequence[tuple[str, str]], schema: dict[str, Any]) -> Answer:
        """The model's answer to messages (role, words). Raises FailedError where there is none, SettingError where
        there will be none to any request."""
        body = msgspec.json.encode(
            {
                "model": model,
                "messages": [{"role": role, "content": words} for role, words in messages],
                "temperature": 0,
                "max_completion_tokens": REPLY,
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "statements", "strict": True, "schema": schema},
                },
            }
        )
        for tried in range(1, TRIES + 1):
            status, after, answer = self._once(body)
            if status == 200:
                return _answer(answer)
            if 300 <= status < 400:
                raise SettingError(
                    f"{self.shown} leads elsewhere, where no text is sent; give the address that it means"
                )
            if status in _CLOSED:
                raise SettingError(f"{self.shown} answers with status {status}: {_CLOSED[status]} ({_said(answer)})")
            if status not in _BUSY or tried == TRIES:
                raise FailedError(f"the server answers with status {status} ({_said(answer)})")
            self._sleep(min(max(after, WAIT * 2 ** (tried - 1)), LONGEST_WAIT))
        raise AssertionError("the last try returns or raises")

    def _once(self, body: bytes) -> tuple[int, float, bytes]:
        """Status, seconds that the server asks us to wait, and the body."""
        begun = time.monotonic()
        late = f"the server takes longer than {self._seconds:g} s; mend: a higher limit (--seconds)"
        try:
            answer = self._pool.urlopen(
                "POST", self._path, body=body, headers=self._headers, retries=Retry(0, redirect=False), redirect=False,
                timeout=Timeout(connect=min(10.0, self._seconds), read=self._seconds), preload_content=False,
            )  # fmt: skip
            try:
                pieces: list[bytes] = []
                size = 0
                while piece := answer.read1(_BLOCK, decode_content=False):
                    size += len(piece)
                    if size > LARGEST:
                        raise FailedError(f"the answer is larger than {LARGEST:,} bytes")
                    if time.monotonic() - begun > self._seconds:
                        raise FailedError(late)
                    pieces.append(piece)
            finally:
                answer.close()
        except MaxRetryError as error:
            if isinstance(error.reason, NewConnectionError):
                raise SettingError(
                    f"nobody answers at {self.shown} ({_words(error.reason)}); is the server on?"
                ) from error
            if isinstance(error.reason, HTTPTimeout):
                raise FailedError(late) from error
            raise FailedError(f"no whole answer came ({_words(error.reason or error)})") from error
        except HTTPTimeout as error:
            raise FailedError(late) from error
        except (HTTPError, OSError, ValueError) as error:
            raise FailedError(f"no whole answer came ({_words(error)})") from error
        after = answer.headers.get("Retry-After", "")
        return answer.status, float(after) if after.isascii() and after.isdigit() else 0.0, b"".join(pieces)


def _answer(body: bytes) -> Answer:
    try:
        told = msgspec.json.decode(body, type=_Body)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise FailedError(f"the answer is none of a chat server ({_words(error)})") from error
    if not told.choices or told.choices[0].message.content is None:
        raise FailedError("the answer holds no words of the model")
    first = told.choices[0]
    tokens = told.usage.total_tokens if told.usage else None
    return Answer(first.message.content or "", first.finish_reason == "length", tokens)


def _said(body: bytes) -> str:
    return " ".join(body[:200].decode("utf-8", "replace").split())


def _words(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
