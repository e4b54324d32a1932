"""`rashomon user`: who may use the desk of a record. A password is asked for or read from stdin, never an argument."""

import sys
from enum import StrEnum
from getpass import getpass
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.console import out, say
from rashomon.cli.styles import QUIET, STRONG
from rashomon.cli.wording import day
from rashomon.errors import UsageError
from rashomon.settings import Settings
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.desk.people import People, User

user = typer.Typer(no_args_is_help=True)


class Role(StrEnum):
    """What somebody may do. Whoever is blind decides without seeing what others decided; of the others each may all
    that those before it may."""

    BLIND = "blind"
    READER = "reader"
    CODER = "coder"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


Name = Annotated[str, typer.Argument(metavar="NAME", help="Their name; decisions are kept under it.")]
AsRole = Annotated[
    Role,
    typer.Option(
        "--role",
        help="reader: reads. coder: decides as well. reviewer: takes back what others decided. administrator: says who "
        "may use the desk. blind: decides, and sees nothing that others decided.",
        show_default=False,
    ),
]


@user.callback()
def _record(
    context: typer.Context, record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")]
) -> None:
    """Say who may use the desk of a record; once there is anybody, all have to sign in.

    Users are kept in a file beside the record, which only you can read, and never in the record itself.
    """
    context.obj = record


@user.command(epilog="Example:  rashomon user basra.record add Mira --role administrator")
def add(context: typer.Context, name: Name, role: AsRole) -> None:
    """Add a user; their password is asked for, or read from the first line of stdin."""
    people = _people(context)
    added = people.add(name, role.value, _password(f"password for {name}: "))
    say(f"{added.name} may use the desk as {added.role}; serve it with: rashomon serve {context.obj}")


@user.command("list", epilog="Example:  rashomon user basra.record list")
def list_(context: typer.Context) -> None:
    """List the users with their roles."""
    users = _people(context).users()
    if not users:
        words = f"No users: the desk opens without a password, on this machine only. Add one with: {_add(context)}"
        out.print(words, soft_wrap=True)
    for each in users:
        since = f", since {day(each.added.date())}"
        out.print(Text(each.name, style=STRONG).append(f"  {each.role}{since}", style=QUIET))


@user.command(epilog="Example:  rashomon user basra.record remove Mira")
def remove(context: typer.Context, name: Name) -> None:
    """Take a user away, signed in or not; what they decided stays under their name."""
    people = _people(context)
    gone = _found(people, name, context)
    people.remove(gone.id)
    say(f"{gone.name} may no longer use the desk")
    if not people.users():
        say("nobody is left: the next rashomon serve opens without a password, on this machine only", style="yellow")


@user.command(epilog="Example:  rashomon user basra.record password Mira")
def password(context: typer.Context, name: Name) -> None:
    """Give a user another password; they have to sign in again."""
    people = _people(context)
    found = _found(people, name, context)
    people.give_password(found.id, _password(f"new password for {found.name}: "))
    say(f"{found.name} has another password")


@user.command(epilog="Example:  rashomon user basra.record role Mira --role reviewer")
def role(context: typer.Context, name: Name, role: AsRole) -> None:
    """Give a user another role, which holds at once."""
    people = _people(context)
    found = people.give_role(_found(people, name, context).id, role.value)
    say(f"{found.name} may use the desk as {found.role}")


def _people(context: typer.Context) -> "People":
    # Hashing takes a library that the other commands need not wait for.
    from rashomon.desk.people import people_of  # noqa: PLC0415

    store = Store(context.obj)
    with store.view():  # Users of no record would be of no use.
        pass
    return people_of(store.address, Settings())


def _found(people: "People", name: str, context: typer.Context) -> "User":
    from rashomon.desk.people import user_id  # noqa: PLC0415

    for each in people.users():
        if each.id == user_id(name):
            return each
    raise UsageError(f"{name}: there is no such user; see who there is with: rashomon user {context.obj} list")


def _password(words: str) -> str:
    """Typed twice without being shown; where nobody types, the first line of stdin."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass(words)
    if getpass("the same once more: ") != typed:
        raise UsageError("the two passwords differ; nothing was changed")
    return typed


def _add(context: typer.Context) -> str:
    return f"rashomon user {context.obj} add NAME --role administrator"
