"""Reads news reports on a conflict into a sourced record: who did what to whom, according to whom.

`read` takes one report, `explain` tells why it reads so, `build` takes many into a record, `open` gives a record to
read, `copy` takes it to another place; `follow` and `rests` tell who in it rests on whom, `scope` shows it from one
side or as of a day, `spreads` and `diagnostics` measure how far accounts lie apart, `situation_on` draws who stood
where on a day, and `changes` compares two such days; `judge`, `correct` and `take_back` decide on statements, and
`agreement` compares those who did; `examples` has pages to try it on.
"""

from rashomon import examples
from rashomon.api import (
    ExplainedArticle,
    ReadArticle,
    agreement,
    build,
    changes,
    copy,
    correct,
    diagnostics,
    explain,
    follow,
    judge,
    open,
    read,
    rests,
    scope,
    situation_on,
    spreads,
    take_back,
)
from rashomon.errors import InputError, PageError, RashomonError, RecordError, SettingError, UsageError
from rashomon.settings import Settings

__all__ = [
    "ExplainedArticle", "InputError", "PageError", "RashomonError", "ReadArticle", "RecordError", "SettingError",
    "Settings", "UsageError", "agreement", "build", "changes", "copy", "correct", "diagnostics", "examples", "explain",
    "follow", "judge", "open", "read", "rests", "scope", "situation_on", "spreads", "take_back",
]  # fmt: skip
