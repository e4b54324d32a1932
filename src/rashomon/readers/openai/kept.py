"""Replies kept in the cache by what they answer: the same text is never sent twice to the same model and prompt."""

import os
from hashlib import sha256
from pathlib import Path
from threading import get_ident


class Kept:
    """A folder with one file a reply, which is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, *asked: str) -> str | None:
        """The reply to what was asked, None where there is none that can be read."""
        try:
            return self._path(asked).read_text("utf-8")
        except (OSError, UnicodeError):
            return None

    def keep(self, reply: str, *asked: str) -> None:
        """Keep a reply."""
        path = self._path(asked)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}")
        unfinished.write_text(reply, "utf-8")
        unfinished.replace(path)

    def _path(self, asked: tuple[str, ...]) -> Path:
        digest = sha256("\0".join(asked).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / digest[:2] / f"{digest}.txt"
