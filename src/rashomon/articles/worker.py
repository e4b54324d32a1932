"""The child process that reads large or deep pages: one request at a time on standard input, the answer on output.

It may be killed at any moment: by its own processor clock, by the memory limit, or by a page that breaks the parser.
"""

import os
import pickle
import resource
import signal
import sys
from typing import IO

from rashomon.articles.plain import read_plain
from rashomon.articles.web import read_web

MEMORY = 4 << 30
"""Bytes of address space, so that a page that grows while it is read fails alone."""


def main() -> None:
    """Answer requests (is it HTML, text, address, latest day, seconds) with drafts or errors until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    while request := receive(sys.stdin.buffer):
        markup, text, url, latest, seconds = pickle.loads(request)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            answer: object = read_web(text, url, latest) if markup else read_plain(text, latest)
        except (Exception, RecursionError, MemoryError) as error:
            answer = f"{type(error).__name__}: {error}"
        signal.setitimer(signal.ITIMER_PROF, 0)
        send(answers, pickle.dumps(answer))


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message with its length before it."""
    stream.write(len(message).to_bytes(8, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, None where the other side is gone."""
    head = stream.read(8)
    length = int.from_bytes(head, "big")
    message = stream.read(length) if len(head) == 8 else b""
    return message if len(head) == 8 and len(message) == length else None
