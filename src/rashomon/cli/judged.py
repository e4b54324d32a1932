"""What the commands of `rashomon review` share: who decides and why, and how a judgement is told."""

from getpass import getuser
from typing import Annotated

import typer

from rashomon.cli.console import out, say
from rashomon.cli.wording import short
from rashomon.errors import UsageError
from rashomon.record import ON_STATEMENTS, Judgement
from rashomon.run import Pipeline
from rashomon.settings import Settings
from rashomon.store import Store


def _reason(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter("is empty; say why in a few words")
    return text


Because = Annotated[
    str, typer.Option("--because", metavar="TEXT", callback=_reason, help="Why; kept with the judgement.")
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides; the login name if not given.", show_default=False),
]


def stages() -> Pipeline:
    """The stages that make the views anew."""
    return Pipeline(Settings())


def author_of(by: str | None) -> str:
    """Who decides; raises UsageError where nothing tells."""
    try:
        return by or getuser()
    except (KeyError, OSError):
        raise UsageError("who you are can not be told from the system; say so with --by NAME") from None


def decided(judgement: Judgement) -> str:
    """What was decided, in words."""
    if judgement.undoes:
        return f"takes back {judgement.undoes}"
    about = f"{judgement.subject} ({short(judgement.subject_name)})"
    if judgement.kind == "together":
        return f"{about} tells of: {judgement.object_name}"
    if judgement.kind == "split":
        return f"{about} does not tell of: {judgement.object_name}"
    if judgement.kind == "field":
        return f"{about} is corrected: {judgement.object_name}"
    if judgement.kind in ON_STATEMENTS:
        return f"{about}: {judgement.kind}"
    if judgement.kind == "same":
        return f"{judgement.subject_name} ({judgement.subject}) is the same as {judgement.object_name}"
    return f"{judgement.subject_name} ({judgement.subject}) is not the {judgement.object_name} it was joined with"


def tell(judgement: Judgement, record: str) -> None:
    """Tell what was decided, and how it is taken back."""
    out.print(f"judgement {judgement.id}: {decided(judgement)}", soft_wrap=True)
    say(f"to take it back: rashomon review {Store(record).address} undo {judgement.id} --because TEXT")
