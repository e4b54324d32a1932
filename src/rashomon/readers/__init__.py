"""Article -> Reading, by whichever reader the settings name: the package's own rules, a language model, somebody's own.

A reader is one class, made with the settings, with one method `read`. It is found by an entry point.
"""

from rashomon.readers.base import Reader
from rashomon.readers.find import open_reader
from rashomon.readers.held import held

__all__ = ["Reader", "held", "open_reader"]
