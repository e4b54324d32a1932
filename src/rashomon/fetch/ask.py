"""One request, with limits on size, time and redirections, to the number that was looked at."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from time import monotonic
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Retry, Timeout
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as HTTPTimeout

from rashomon.fetch.address import FailedError, RefusedError, Target, UselessError, target_of

AGENT = "rashomon"
"""What we call ourselves, to servers and in robots.txt."""

SECONDS = 30.0
"""How long one answer may take as a whole."""

REDIRECTIONS = 5
"""How often an answer may lead elsewhere."""

HELD = 1 << 20
"""Bytes of an answer that wait in memory for the rest of it, more than most pages have; the others wait in a file, so
that endless answers of many hosts at a time leave no hole in memory behind."""

_BLOCK = 1 << 16
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `url` is the address that answered in the end, `body` as it was sent, `headers` in the
    order they came."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    moment: datetime

    def header(self, name: str) -> str | None:
        """The value of a header, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def ask(
    url: str,
    limit: int,
    headers: dict[str, str] | None = None,
    allowed: Collection[str] = (),
    on: Callable[[str], None] = lambda _: None,
) -> Answer:
    """The answer at `url`, redirections followed, each looked at anew. `limit` is in bytes of the body as sent; `on` is
    told of each address that an answer leads to before it is asked, and may raise.

    Raises RefusedError where an address on the way must not be asked, FailedError where no whole answer came.
    """
    left = SECONDS
    for _ in range(REDIRECTIONS + 1):
        begun = monotonic()
        answer = _once(url, target_of(url, allowed), limit, headers or {}, begun + left - SECONDS)
        left -= monotonic() - begun  # The pauses in between are ours and not the server's.
        place = answer.header("location")
        if answer.status not in _ELSEWHERE or not place:
            return answer
        url = urljoin(url, place)
        target_of(url, allowed)
        on(url)
    raise UselessError(f"it leads elsewhere more than {REDIRECTIONS} times")


def _once(url: str, target: Target, limit: int, headers: dict[str, str], begun: float) -> Answer:
    left = SECONDS - (monotonic() - begun)
    if left <= 0:
        raise FailedError(f"it takes longer than {SECONDS:g} s")
    timeout = Timeout(connect=min(10.0, left), read=min(10.0, left))
    named = target.host if target.port in (80, 443) else f"{target.host}:{target.port}"
    sent = {"Host": named, "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate, br", **headers}
    try:
        with (
            HTTPSConnectionPool(
                target.number, target.port, timeout=timeout, server_hostname=target.host, assert_hostname=target.host
            )
            if target.scheme == "https"
            else HTTPConnectionPool(target.number, target.port, timeout=timeout)
        ) as pool:
            answer = pool.urlopen(
                "GET", target.path, headers=sent, retries=Retry(0, redirect=False), redirect=False,
                preload_content=False, decode_content=False, assert_same_host=False,
            )  # fmt: skip
            try:
                body = _body(answer, limit, begun)
            finally:
                answer.close()
    except (HTTPTimeout, TimeoutError) as error:
        raise FailedError(f"it takes longer than {SECONDS:g} s") from error
    except (HTTPError, OSError, ValueError) as error:
        raise FailedError(f"no whole answer came ({_words(error)})") from error
    return Answer(url, answer.status, tuple(answer.headers.items()), body, datetime.now(UTC))


def _body(answer: BaseHTTPResponse, limit: int, begun: float) -> bytes:
    """The body, its chunks put together, its other encodings as they are; raises FailedError over a limit."""
    size = 0
    with SpooledTemporaryFile(max_size=HELD) as come:
        for piece in answer.stream(_BLOCK, decode_content=False):
            size += len(piece)
            if size > limit:
                raise UselessError(f"it is larger than {limit:,} bytes")
            if monotonic() - begun > SECONDS:
                raise FailedError(f"it takes longer than {SECONDS:g} s")
            come.write(piece)
        come.seek(0)
        return come.read()


def _words(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(reason).strip().partition("\n")[0] or type(reason).__name__


__all__ = ["AGENT", "Answer", "FailedError", "RefusedError", "UselessError", "ask"]
