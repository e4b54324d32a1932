"""The reader that the settings name, by the entry points of all packages that are installed."""

from importlib.metadata import EntryPoint, entry_points

from rashomon.errors import RashomonError, SettingError
from rashomon.readers.base import Reader
from rashomon.settings import Settings

GROUP = "rashomon.readers"

OWN = (
    EntryPoint("rules", "rashomon.statements:Reader", GROUP),
    EntryPoint("openai", "rashomon.readers.openai:ModelReader", GROUP),
)
"""The package's own, which no other package can take the names of, and which need no installation to be found."""


def open_reader(settings: Settings) -> Reader:
    """The reader `settings.reader`; what stands behind a colon is for the reader itself.

    Raises SettingError where there is none of that name, or it can not be made.
    """
    name = settings.reader.partition(":")[0]
    known = {**{each.name: each for each in entry_points(group=GROUP)}, **{each.name: each for each in OWN}}
    if name not in known:
        raise SettingError(f"setting reader is {settings.reader!r}: there is {', '.join(sorted(known))}")
    try:
        reader = known[name].load()(settings)
    except RashomonError:
        raise
    except Exception as error:
        raise SettingError(f"reader {name} ({known[name].value}) can not be made: {error!r}") from error
    if not isinstance(getattr(reader, "version", None), str) or not callable(getattr(reader, "read", None)):
        raise SettingError(f"reader {name} ({known[name].value}) is none: it needs `version` and `read(article)`")
    return reader  # type: ignore[no-any-return]  # what an entry point gives has no type
