"""How well and how fast the package reads: predict, scores, build, speed, cost; and train, which makes its models."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress

import rashomon.models
from benchmarks import cascade as cascades
from benchmarks import judging, told_roles
from benchmarks.build import measure_build
from benchmarks.cost import measure_cost
from benchmarks.desk import measure_desk
from benchmarks.families import as_line, measure_families
from benchmarks.killed import measure_killed
from benchmarks.load import measure_load
from benchmarks.rows import GOLD, question, read_lines
from benchmarks.scores import measure, pin, print_scores
from benchmarks.situation import measure_situation
from benchmarks.speed import measure_speed
from benchmarks.watching import measure_watch
from benchmarks.workers import measure_workers

TASKS = (
    "article_extraction",
    "case2021_task2",
    "ecbplus",
    "fakes",
    "geo",
    "groups",
    "indiapolice",
    "meantime",
    "muc4",
    "petrarch2",
    "polnear",
    "re3d",
    "tempeval3",
)
"""Each is a module of this package with `predict(rows) -> predictions`, which takes and gives dicts one by one."""

TRAININGS: tuple[str, ...] = (
    "attribution_bounds",
    "attributions",
    "commas",
    "confidence",
    "conflict",
    "incident_kinds",
    "incident_parts",
    "incident_phrases",
    "incident_reports",
    "incident_traits",
    "leads",
    "mentions",
    "police_acts",
    "same_act",
    "same_story",
    "stem_weights",
    "sub_events",
    "ties",
    "toponyms",
    "truecase",
)
"""Each is a module of `benchmarks.training` with `train(gold, console) -> Linear`, which prints the cross-validated
figures and gives the model of all rows; `MODELS` is where it is kept."""

MODELS = Path(rashomon.models.__file__).parent / "data"

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
stderr = Console(stderr=True)


@app.command()
def predict(
    task: Annotated[str, typer.Argument(help="One of: " + ", ".join(TASKS))],
    source: Annotated[Path, typer.Argument(metavar="IN", help="Rows, .jsonl or .jsonl.gz", exists=True)],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="Where the predictions go, one JSON object a line")],
) -> None:
    """Answer the questions of a test set."""
    if task not in TASKS:
        raise typer.BadParameter(f"there is no task {task!r}; known: {', '.join(TASKS)}", param_hint="TASK")
    module = import_module(f"benchmarks.{task}")
    questions = [question(row, task) for row in read_lines(source)]
    with target.open("wb") as out, Progress(console=stderr) as progress:
        for prediction in module.predict(progress.track(questions, description=task)):
            out.write(msgspec.json.encode(prediction) + b"\n")


@app.command()
def scores(
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
    sample: Annotated[bool, typer.Option("--sample", help="Every n-th row only, as the tests do")] = False,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="SET", help="Only this set; may be repeated")
    ] = None,
    renew: Annotated[bool, typer.Option("--pin", help="Pin new floors a little below what is measured")] = False,
) -> None:
    """Predict and score every test set in the folder, and hold the values against the pinned floors.

    Exits with 1 if a value is below its floor.
    """
    extent = "sample" if sample else "all"
    with stderr.status("scores") as status:
        measured = []
        for score in measure(gold, extent, only or ()):
            status.update(f"scores: {score.task}")
            measured.append(score)
    if not measured:
        stderr.print(f"{gold}: no test set there, so nothing to score; name their folder with --gold", soft_wrap=True)
        return
    print_scores(measured, Console())
    if renew:
        pin(measured, extent)
    elif not all(score.ok for score in measured):
        raise typer.Exit(1)


@app.command()
def train(
    name: Annotated[str, typer.Argument(help="One of: " + ", ".join(TRAININGS))],
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
) -> None:
    """Make a model of the package anew from the test sets; print how well it does on rows that it was not made from.

    The same rows make the same file.
    """
    if name not in TRAININGS:
        raise typer.BadParameter(f"there is no model {name!r}; known: {', '.join(TRAININGS)}", param_hint="NAME")
    model = import_module(f"benchmarks.training.{name}").train(gold, Console())
    model.save(MODELS / f"{name}.npz")


@app.command()
def draw(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the draw: the same name draws the same statements")],
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="How many statements")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="Where the table goes that somebody fills in")],
    of: Annotated[str, typer.Option("--set", metavar="SET", help="fakes or re3d")] = "fakes",
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
) -> None:
    """Draw statements at random for people to judge; the table holds words of the reports, so it is not for keeping."""
    judging.draw(gold, number, name, target, of)


@app.command()
def judged(
    filled: Annotated[Path | None, typer.Option("--keep", metavar="TABLE", help="Keep the verdicts of a table")] = None,
    name: Annotated[str | None, typer.Option("--draw", metavar="NAME", help="Only the verdicts on this draw")] = None,
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
) -> None:
    """Print what people found right and wrong, and how the reader's confidence fares against it."""
    if filled:
        stderr.print(f"{judging.keep(filled)} verdicts kept in {judging.JUDGED.name}")
    else:
        judging.report(gold, Console(), name)


@app.command()
def roles(
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
) -> None:
    """Print how often exactly those are told to act and to be acted on whom people read in the sentence."""
    told_roles.report(gold, Console())


@app.command()
def speed(
    inputs: Annotated[list[Path], typer.Argument(metavar="IN...", help="What `rashomon build` takes", exists=True)],
) -> None:
    """Print the tokens a second of each part of reading on one core, and its share of the parse."""
    measure_speed(inputs, Console())


@app.command()
def build(
    inputs: Annotated[list[Path], typer.Argument(metavar="IN...", help="What `rashomon build` takes", exists=True)],
) -> None:
    """Build a record of the inputs in a folder that is thrown away; print speed and memory."""
    measure_build(inputs, Console())


@app.command()
def cascade(
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
    pages: Annotated[int, typer.Option("--pages", help="Pages of the mixed stream")] = cascades.PAGES,
    reports: Annotated[int, typer.Option("--reports", help="Pages of the stream of reports")] = cascades.REPORTS,
) -> None:
    """Read two web archives made of the test sets in the plain way and in ours, side by side; the last line is JSON."""
    print(cascades.as_line(cascades.measure_cascade(gold, stderr, pages, reports)))


@app.command()
def workers(
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
    sizes: Annotated[list[int] | None, typer.Option("--pages", help="Pages of a pile; may be given again")] = None,
) -> None:
    """Build records of piles of several sizes, of the largest with two workers too; print what a page costs."""
    measure_workers(gold, sizes or [1_000, 10_000], stderr)


@app.command()
def families(
    gold: Annotated[Path, typer.Option("--gold", metavar="FOLDER", help="Where the test sets are")] = GOLD,
) -> None:
    """Make eight kinds of copies of real articles and print how many are found; the last line is JSON."""
    print(as_line(measure_families(gold, stderr)))


@app.command()
def cost() -> None:
    """Make a record of made-up piles, each twice the one before, and add a few articles to each; print the seconds.

    Exits with 1 if a pile takes more than 2.2 times as long as its half, or adding to the largest more than 2 %.
    """
    if not measure_cost(Console()):
        raise typer.Exit(1)


@app.command()
def watch(
    seconds: Annotated[float, typer.Option(help="How long the feeds are watched.")] = 600,
    kills: Annotated[int, typer.Option(min=0, help="How often the watch is killed and begun again.")] = 2,
) -> None:
    """Watch 200 feeds of a web of our own that fails, killed on the way: is each page there once?"""
    measure_watch(seconds, kills, Console())


@app.command()
def load(
    statements: Annotated[int, typer.Option("--statements", metavar="NUMBER", help="How many are put in")] = 100_000,
) -> None:
    """Put made statements into both stores and print how many a second go in; the last line is JSON.

    Starts a PostgreSQL server of its own. Exits with 1 if fewer than 20,000 a second are copied into it.
    """
    if not measure_load(statements, Console()):
        raise typer.Exit(1)


@app.command()
def killed(
    pages: Annotated[int, typer.Option("--pages", metavar="NUMBER", help="How many in the archive")] = 10_000,
    share: Annotated[float, typer.Option("--share", metavar="PART", help="Of reports among them, 0 to 1")] = 0.02,
    workers: Annotated[int, typer.Option("--workers", metavar="N", help="Processes that read")] = 2,
) -> None:
    """Build a web archive into both stores, killed five times on the way, and compare with a build in peace.

    Starts a PostgreSQL server of its own; the last line is JSON. Exits with 1 if an export is not the same.
    """
    if not measure_killed(pages, share, workers, Console()):
        raise typer.Exit(1)


@app.command()
def desk(
    statements: Annotated[int, typer.Option("--statements", metavar="NUMBER", help="How many in the record")] = 100_000,
) -> None:
    """Make a large record by rule and print how quickly the desk answers over it, and what a browser takes for it.

    Exits with 1 if a route is slower than 200 ms at the 95th percentile, the first view than 1.5 s, or if the browser
    takes more than 500 MiB.
    """
    if not measure_desk(statements, Console()):
        raise typer.Exit(1)


@app.command()
def situation(
    statements: Annotated[
        int, typer.Option("--statements", metavar="NUMBER", help="How many in the record")
    ] = 1_000_000,
) -> None:
    """Make a large record by rule and print how quickly a situation answers over it.

    Exits with 1 if it takes more than 300 ms of the processor at the 95th percentile.
    """
    if not measure_situation(statements, Console()):
        raise typer.Exit(1)


if __name__ == "__main__":
    app(prog_name="python -m benchmarks")
