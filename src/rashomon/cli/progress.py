"""A build as it is seen: a bar once it takes longer, every dropped page with its reason, a line at the end."""

from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from rashomon.cli.console import err, say
from rashomon.cli.wording import count
from rashomon.pages import count_pages
from rashomon.run import SIFT, Outcome, Report, Watcher

PATIENCE_SECONDS = 2.0
"""A build shorter than this shows no bar: it would only flicker."""


class Progress(Watcher):
    """Watches a build and tells of it on stderr; without a terminal there is no bar."""

    def __init__(self, inputs: list[Path]) -> None:
        self._inputs = inputs
        self._begun = monotonic()
        self._done = 0
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def page(self, outcome: Outcome) -> None:
        """Count the page; name it where it was dropped."""
        self._done += 1
        if outcome.dropped and outcome.dropped.stage != SIFT:  # Of an archive that is most pages: they are counted.
            say(f"dropped {outcome.dropped.file}: {outcome.dropped.reason} [{outcome.dropped.stage}]", style="yellow")
        self._show("reading")

    def gathering(self) -> None:
        """Say that the last step is on."""
        self._show("all read; gathering events")

    def tell(self, report: Report) -> None:
        """The build in numbers."""
        parts = [
            f"{count(report.pages, 'page')}: {report.articles:,} read",
            f"{report.already:,} there already" if report.already else "",
            f"{report.dropped:,} dropped" if report.dropped else "",
        ]
        for reason, number in report.sifted:
            say(f"{count(number, 'page')} dropped: {reason} [{SIFT}]", style="yellow")
        added = f"{count(report.statements, 'statement')} added" if report.articles else "nothing added"
        say(
            f"{', '.join(filter(None, parts))}; {added}, {count(report.events, 'event')} in the record; "
            f"{report.seconds:.1f} s"
        )

        if report.refused:
            # Most often first, as that tells most of the reader.
            listed = sorted(report.refused, key=lambda each: (-each.times, each.why))
            told = "; ".join(f"{each.why}: {each.times:,}" for each in listed)
            say(f"left out, as the text does not bear it out: {told}")

    def _show(self, doing: str) -> None:
        if not err.is_terminal or monotonic() - self._begun < PATIENCE_SECONDS:
            return
        if self._bar is None:
            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
                console=err,
                transient=True,
            )
            self._task = self._bar.add_task(doing, total=count_pages(self._inputs), rate="")
            self._bar.start()
        rate = self._done / (monotonic() - self._begun)
        self._bar.update(self._task, description=doing, completed=self._done, rate=f"{rate:.1f} pages/s")
