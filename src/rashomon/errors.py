"""Every error of the package. Each message says what went wrong, where, and the mend.

RashomonError
├── PageError          this page or article can not be used: it is dropped with the reason, the rest goes on
└── UsageError         the call itself is wrong: nothing was changed
    ├── InputError     an input that was named does not exist or can not be opened
    ├── SettingError   a setting has a value that can not be used
    └── RecordError    the record is not ours, of a newer version, or can not be written
"""


class RashomonError(Exception):
    """Base of all errors that this package raises on purpose."""


class PageError(RashomonError):
    """One page fails; carries what its `dropped` row needs.

    `stage` is the noun of the stage that gave up ("page", "article", "statement"), `file` where the page came from.
    """

    def __init__(self, file: str, stage: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.stage = stage
        self.reason = reason


class UsageError(RashomonError):
    """The call can not be carried out as it stands (exit code 2)."""


class InputError(UsageError):
    """An input named in the call does not exist or can not be opened."""


class SettingError(UsageError):
    """A setting has a value that can not be used; the message names key, value and what would do."""


class RecordError(UsageError):
    """The record is not one of ours, of a newer version, locked, or there is no room to write it."""
