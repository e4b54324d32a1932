"""The desk: a web application over a record, for reading and comparing. `make_app` makes it, `serve` runs it here."""

from rashomon.desk.app import make_app
from rashomon.desk.built import HOW, is_built
from rashomon.desk.serve import serve

__all__ = ["HOW", "is_built", "make_app", "serve"]
