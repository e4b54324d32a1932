"""Signing in and out, and who may use the desk."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Body, HTTPException, Request, Response

from rashomon.desk.doors import STRANGER, Visitor, cookie
from rashomon.desk.people import LONGEST, NAME, SHORTEST, WHOLE, User, user_id
from rashomon.desk.roles import Role, decides, may
from rashomon.desk.routes import Key, ThisDesk
from rashomon.desk.shapes import Trouble

router = APIRouter(
    responses={
        409: {"model": Trouble, "description": "It can not be done so; the words say why. Nothing was changed."},
        422: {"model": Trouble, "description": "A value can not be used."},
        429: {"model": Trouble, "description": "Too many wrong tries; the words say how long to wait."},
        503: {"model": Trouble, "description": "The users can not be read just now; the words say why."},
    }
)

Name = Annotated[str, Body(min_length=1, max_length=NAME)]
Password = Annotated[str, Body(min_length=SHORTEST, max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is at the desk. `asks`: it has users, so one has to sign in. `name` and `role` are None for whoever has not;
    `token` goes with each call that changes something; `blind`: they code without seeing what others decided."""

    asks: bool
    name: str | None
    role: Role | None
    token: str | None
    decides: bool
    blind: bool
    overrules: bool
    administers: bool


@dataclass(frozen=True, slots=True)
class SignIn:
    """A name and a password."""

    name: Annotated[str, Body(max_length=NAME)]
    password: Annotated[str, Body(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class NewPassword:
    """One's own password, and the one that it becomes."""

    old: Annotated[str, Body(max_length=LONGEST)]
    password: Password


@dataclass(frozen=True, slots=True)
class NewUser:
    """Somebody who may use the desk from now on."""

    name: Name
    role: Role
    password: Password


@dataclass(frozen=True, slots=True)
class GiveRole:
    """The role that a user has from now on."""

    role: Role


@dataclass(frozen=True, slots=True)
class GivePassword:
    """The password that a user has from now on."""

    password: Password


@dataclass(frozen=True, slots=True)
class UserLine:
    """A user; `own`: it is whoever asks."""

    id: str
    name: str
    role: Role
    added: datetime
    own: bool


@dataclass(frozen=True, slots=True)
class UserList:
    """All users, by name."""

    users: tuple[UserLine, ...]


@router.get("/session")
def session(request: Request, desk: ThisDesk) -> Visit:
    """Who is signed in, and what they may do."""
    return _visit(request.state.visitor, desk.asks())


@router.post("/session", status_code=201)
def sign_in(request: Request, response: Response, desk: ThisDesk, asked: SignIn) -> Visit:
    """Sign in; the session is kept in a cookie that no script can read."""
    if not desk.asks():
        raise HTTPException(409, "this desk has no users; nobody need sign in")
    token = _checked(request, desk, asked.name, asked.password)
    if token is None:
        raise HTTPException(401, "name and password do not fit; try again")
    secure = request.url.scheme == "https"
    response.set_cookie(
        cookie(request, desk), token, max_age=int(WHOLE.total_seconds()), path="/", secure=secure, httponly=True,
        samesite="strict",
    )  # fmt: skip
    user = desk.people.signed_in(token)
    return _visit(Visitor(user.name, user.role, token) if user else STRANGER, True)


@router.delete("/session")
def sign_out(request: Request, response: Response, desk: ThisDesk) -> Visit:
    """End the session."""
    visitor: Visitor = request.state.visitor
    if visitor.session:
        desk.people.sign_out(visitor.session)
    name = cookie(request, desk)
    response.delete_cookie(name, path="/", secure=request.url.scheme == "https", httponly=True, samesite="strict")
    return _visit(STRANGER if desk.asks() else visitor, desk.asks())


@router.post("/session/password", status_code=204)
def own_password(request: Request, desk: ThisDesk, asked: NewPassword) -> None:
    """Change one's own password; one has to sign in again with it."""
    visitor: Visitor = request.state.visitor
    if visitor.name is None:
        raise HTTPException(409, "this desk has no users; there is no password to change")
    token = _checked(request, desk, visitor.name, asked.old)
    if token is None:
        raise HTTPException(403, "old: this is not your password")
    desk.people.give_password(user_id(visitor.name), asked.password)


@router.get("/users")
def users(request: Request, desk: ThisDesk) -> UserList:
    """Who may use the desk."""
    return UserList(tuple(_line(user, request) for user in desk.people.users()))


@router.post("/users", status_code=201)
def add_user(request: Request, desk: ThisDesk, asked: NewUser) -> UserLine:
    """Let somebody use the desk."""
    return _line(desk.people.add(asked.name, asked.role, asked.password), request)


@router.post("/users/{key}/role")
def give_role(request: Request, desk: ThisDesk, key: Key, asked: GiveRole) -> UserLine:
    """Give a user another role, which holds from their next call on."""
    return _line(desk.people.give_role(key, asked.role), request)


@router.post("/users/{key}/password", status_code=204)
def give_password(desk: ThisDesk, key: Key, asked: GivePassword) -> None:
    """Give a user another password; they have to sign in again."""
    desk.people.give_password(key, asked.password)


@router.delete("/users/{key}", status_code=204)
def remove_user(request: Request, desk: ThisDesk, key: Key) -> None:
    """Take a user away; what they decided stays."""
    if key == user_id(request.state.visitor.name):
        raise HTTPException(409, "nobody can take themselves away here; another administrator can")
    desk.people.remove(key)


def _checked(request: Request, desk: ThisDesk, name: str, password: str) -> str | None:
    """A new session's token where the password is right, None else. Answers 429 after too many wrong ones."""
    key, address = user_id(name), request.client.host if request.client else ""
    if wait := desk.tries.begin(key, address):
        seconds = ceil(wait)
        words = f"too many wrong passwords; wait {seconds} second{'s' if seconds > 1 else ''} and try again"
        raise HTTPException(429, words, {"retry-after": str(seconds)})
    token = desk.people.sign_in(name, password)
    if token:
        desk.tries.right(key, address)
    return token


def _line(user: User, request: Request) -> UserLine:
    return UserLine(user.id, user.name, user.role, user.added, user.id == user_id(request.state.visitor.name))


def _visit(visitor: Visitor, asks: bool) -> Visit:
    role = visitor.role
    return Visit(
        asks, visitor.name, role, visitor.token, decides(role), role == "blind", may(role, "reviewer"),
        may(role, "administrator"),
    )  # fmt: skip
