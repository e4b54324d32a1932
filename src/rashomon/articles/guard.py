"""Reading a page so that no page can hang, break or bloat this process.

Small and shallow pages are read here and now: they cost milliseconds. Large or deep ones go to a child process, started
at the first of them and kept, which dies by its own clock when a page takes too long.
"""

import atexit
import os
import pickle
import re
import signal
import subprocess
import sys
from datetime import date
from threading import Lock
from typing import cast

from rashomon.articles.draft import Draft
from rashomon.articles.plain import read_plain
from rashomon.articles.web import read_web
from rashomon.articles.worker import receive, send
from rashomon.errors import PageError
from rashomon.record import Page

_SMALL = 1_500_000
"""Characters up to which a page is read in this process: the largest of 102 news pages has 1.44 million."""
_SMALL_TEXT = 200_000
"""The same for plain text: forty times a long report."""
_SHALLOW = 400
"""Open elements up to which a page counts as shallow: of 102 news pages none is more than 51 deep."""
_MANY_TAGS = 20_000
"""Tags above which the work grows faster than the page; news pages have 3,000."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split()
)
"""Elements that HTML never or not always closes."""


class _Child:
    """The child process of this process; a forked copy of this process starts its own."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.owner = 0

    def ask(self, request: bytes) -> bytes | int:
        """The answer, or how the child ended instead (minus the signal)."""
        with self.lock:
            process = self._running()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                send(process.stdin, request)
                answer = receive(process.stdout)
            except BrokenPipeError:
                answer = None
            if answer is not None:
                return answer
            self.process = None
            return _ended(process)

    def close(self) -> None:
        """End the child, if it is this process's own."""
        if self.process is not None and self.owner == os.getpid():
            _ended(self.process)
        self.process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.owner != os.getpid():
            command = [sys.executable, "-P", "-c", "from rashomon.articles.worker import main; main()"]
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self.owner = os.getpid()
        return self.process


_CHILD = _Child()
atexit.register(_CHILD.close)


def read_guarded(page: Page, text: str, latest: date, seconds: float) -> Draft | None:
    """The draft of a page of HTML or plain text; None where it holds none.

    Raises PageError where that takes more than `seconds` of processor time, or the page can not be read.
    """
    markup = page.kind == "html" and bool(_TAG.search(text))
    if is_harmless(text) if markup else len(text) <= _SMALL_TEXT:
        try:
            return read_web(text, page.stated.url, latest) if markup else read_plain(text, latest)
        except Exception as error:  # whatever a parser trips over, only this page fails
            raise _failed(page.file, f"{type(error).__name__}: {error}") from error
    answer = _CHILD.ask(pickle.dumps((markup, text, page.stated.url, latest, seconds)))
    if isinstance(answer, int):
        if answer == -signal.SIGPROF:
            reason = f"reading it takes more than {seconds:g} s of processor time; raise the setting extract_seconds"
            raise PageError(page.file, "article", reason)
        raise _failed(page.file, f"the reading process ended with {answer}")
    draft = cast("Draft | str | None", pickle.loads(answer))
    if isinstance(draft, str):
        raise _failed(page.file, draft)
    return draft


def is_harmless(text: str) -> bool:
    """Is the page of HTML small and shallow enough to be read without a guard?"""
    if len(text) > _SMALL:
        return False
    if text.count("<") <= _SHALLOW:
        return True
    depth = deepest = tags = 0
    for closing, name in _TAG.findall(text):
        tags += 1
        if name.lower() in _VOID:
            continue
        depth += -1 if closing else 1
        if depth > deepest:
            deepest = depth
            if deepest > _SHALLOW:
                return False
    return tags <= _MANY_TAGS


def _failed(file: str, what: str) -> PageError:
    return PageError(file, "article", f"the page can not be read ({what}); save it anew or as plain text")


def _ended(process: subprocess.Popen[bytes]) -> int:
    with process:
        pass
    return process.returncode
