"""The commands. Each is a file here; `main` runs the one that was called and turns errors into one clear line."""

import os
import sys
from io import TextIOWrapper

from typer.exceptions import TyperException

from rashomon.cli.app import app
from rashomon.cli.console import complain
from rashomon.errors import RashomonError

CALL_WRONG = 2
"""Exit code where the call can not be carried out."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits 0: all done, 1: done but some pages were dropped, 2: the call itself is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that knows few characters shows the others as codes; that is no reason to stop.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(arguments, prog_name="rashomon", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough (`rashomon show ... | head`).
        _close_output()
        code = 0
    except OSError as error:
        if error.filename is None:
            _close_output()
        complain(f"{error.filename or 'output'}: {error.strerror}; check the disk and its rights")
        code = CALL_WRONG
    except RashomonError as error:
        complain(str(error))
        code = CALL_WRONG
    except TyperException as error:
        # Called without a command it has printed its help, and has nothing to add.
        if words := error.format_message().replace("Value error, ", ""):
            asked = getattr(error, "ctx", None)
            complain(f"{words} (see: {asked.command_path if asked else 'rashomon'} --help)")
        code = CALL_WRONG
    sys.exit(code)


def _close_output() -> None:
    """What is left in the buffer goes nowhere: Python would try to write it once more when it ends, and fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


__all__ = ["app", "main"]
