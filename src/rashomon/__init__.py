"""Reads news reports on a conflict into a sourced record: who did what to whom, according to whom.

`read` takes one report, `build` many into a record, `open` gives a record to read; `examples` has pages to try it on.
"""

from rashomon import examples
from rashomon.api import ReadArticle, build, open, read
from rashomon.errors import InputError, PageError, RashomonError, RecordError, SettingError, UsageError
from rashomon.settings import Settings

__all__ = [
    "InputError", "PageError", "RashomonError", "ReadArticle", "RecordError", "SettingError", "Settings", "UsageError",
    "build", "examples", "open", "read",
]  # fmt: skip
