"""`python -m benchmarks predict TASK IN OUT` and `python -m benchmarks build IN...`."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress

from benchmarks.build import measure_build
from benchmarks.rows import question, read_lines

TASKS = ("article_extraction", "fakes", "groups", "polnear", "tempeval3")
"""Each is a module of this package with `predict(rows) -> predictions`, which takes and gives dicts one by one."""

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
def build(
    inputs: Annotated[list[Path], typer.Argument(metavar="IN...", help="What `rashomon build` takes", exists=True)],
) -> None:
    """Build a record of the inputs in a folder that is thrown away; print speed and memory."""
    measure_build(inputs, Console())


if __name__ == "__main__":
    app(prog_name="python -m benchmarks")
