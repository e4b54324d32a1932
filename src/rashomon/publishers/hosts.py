"""Whose site an address lies on."""

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import urlsplit


def outlet_at(url: str | None) -> str | None:
    """The publisher whose site `url` lies on: by our list, else the host's own name; None where it has none.

    "edition.cnn.com" is CNN's as "cnn.com" is.
    """
    try:
        host = (urlsplit(url or "").hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return None
    if not host or not any(map(str.isalpha, host)) or "." not in host:
        return None
    parts = host.split(".")
    known = (_outlets().get(".".join(parts[at:])) for at in range(len(parts) - 1))
    return next(filter(None, known), host)


@cache
def _outlets() -> MappingProxyType[str, str]:
    text = files("rashomon.publishers").joinpath("hosts.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({host: name for host, _, name in rows})
