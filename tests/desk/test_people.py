"""Users and their sessions: kept apart from the record, hashed, told from strangers; and how often one may try."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rashomon.desk.people import IDLE, WHOLE, People, people_of, user_id
from rashomon.desk.tries import FIRST, FORGOTTEN, FREE_OF_ADDRESS, FREE_OF_NAME, KEPT, MOST, Tries
from rashomon.errors import RecordError, UsageError
from rashomon.run import Pipeline, build
from rashomon.settings import Settings

WORD = "a long enough one"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def people(tmp_path: Path, clock: Clock) -> People:
    return People(tmp_path / "a.record.users", clock)


def test_nobody_is_there_before_somebody_is_added(people: People) -> None:
    assert people.users() == ()
    assert people.sign_in("Mira", WORD) is None
    assert people.signed_in("anything") is None
    assert not people.path.exists()


def test_only_the_owner_reads_the_file_and_it_holds_no_secret(people: People) -> None:
    people.add("Mira", "coder", WORD)
    token = people.sign_in("Mira", WORD)
    assert token
    assert stat.S_IMODE(people.path.stat().st_mode) == 0o600
    held = people.path.read_bytes()
    assert WORD.encode() not in held
    assert token.encode() not in held
    assert b"$argon2id$" in held


def test_the_record_stays_as_it_is_byte_for_byte(tmp_path: Path, pages: Path, lines: Pipeline) -> None:
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    before = record.read_bytes()
    people_of(str(record), Settings()).add("Mira", "coder", WORD)
    assert record.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"lines.record", "lines.record.users"}


def test_another_way_to_the_record_leads_to_the_same_users(tmp_path: Path) -> None:
    (tmp_path / "link.record").symlink_to(tmp_path / "lines.record")
    assert people_of(str(tmp_path / "link.record"), Settings()).path.name == "lines.record.users"


def test_users_of_a_database_are_in_the_data_folder(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    one = people_of("postgresql://mira@host/one", settings)
    other = people_of("postgresql://mira@host/other", settings)
    one.add("Mira", "coder", WORD)
    assert one.path.parent == tmp_path / "data"
    assert other.users() == ()


@pytest.mark.parametrize("name", ["mira", "  Mira ", "MIRA", "Ｍｉｒａ"])  # capitals, spaces, wide letters
def test_one_name_however_it_is_written(people: People, name: str) -> None:
    people.add("Mira", "coder", WORD)
    with pytest.raises(UsageError, match="already"):
        people.add(name, "reader", WORD)
    assert people.sign_in(name, WORD)


@pytest.mark.parametrize("name", ["", "   ", "a" * 61, "a\u202eb", "a\x00b", "\u200b"])  # none, long, turned, unseen
def test_what_is_no_name(people: People, name: str) -> None:
    with pytest.raises(UsageError, match="name"):
        people.add(name, "reader", WORD)
    assert people.users() == ()


@pytest.mark.parametrize("word", ["", "short", "x" * 1001])
def test_what_is_no_password(people: People, word: str) -> None:
    with pytest.raises(UsageError, match="characters"):
        people.add("Mira", "reader", word)
    assert people.users() == ()


@pytest.mark.parametrize("word", ["", "a long enough on", "a long enough one ", "A long enough one", WORD * 80])
def test_another_password_is_none(people: People, word: str) -> None:
    people.add("Mira", "coder", WORD)
    assert people.sign_in("Mira", word) is None
    assert people.sign_in("Miro", WORD) is None


def test_a_password_is_the_same_from_every_keyboard(people: People) -> None:
    people.add("Mira", "coder", "ein caf\u00e9 am Fluss")
    assert people.sign_in("Mira", "ein cafe\u0301 am Fluss")


def test_a_session_ends_when_nobody_uses_it_and_after_some_days(people: People, clock: Clock) -> None:
    people.add("Mira", "coder", WORD)
    token = people.sign_in("Mira", WORD)
    assert token
    begun = clock.now
    while clock.now - begun < WHOLE - IDLE:
        clock.now += IDLE - timedelta(minutes=6)
        assert people.signed_in(token), clock.now - begun
    clock.now = begun + WHOLE
    assert people.signed_in(token) is None
    other = people.sign_in("Mira", WORD)
    assert other
    clock.now += IDLE
    assert people.signed_in(other) is None
    assert people.path.read_bytes().count(b"$argon2id$") == 1


def test_signing_out_ends_one_session_and_another_password_all(people: People) -> None:
    mira = people.add("Mira", "coder", WORD)
    one, other, third = (people.sign_in("Mira", WORD) or "" for _ in range(3))
    people.sign_out(one)
    assert [people.signed_in(token) is None for token in (one, other, third)] == [True, False, False]
    people.give_password(mira.id, WORD + WORD)
    assert [people.signed_in(token) is None for token in (other, third)] == [True, True]
    assert people.sign_in("Mira", WORD) is None
    assert people.sign_in("Mira", WORD + WORD)


def test_a_role_holds_at_once_and_who_is_removed_is_out(people: People) -> None:
    people.add("Ana", "administrator", WORD)
    mira = people.add("Mira", "coder", WORD)
    token = people.sign_in("Mira", WORD) or ""
    people.give_role(mira.id, "reviewer")
    user = people.signed_in(token)
    assert user is not None
    assert user.role == "reviewer"
    people.remove(mira.id)
    assert people.signed_in(token) is None
    assert [user.name for user in people.users()] == ["Ana"]


def test_the_last_administrator_stays_while_there_are_others(people: People) -> None:
    ana = people.add("Ana", "administrator", WORD)
    mira = people.add("Mira", "coder", WORD)
    for take in (lambda: people.remove(ana.id), lambda: people.give_role(ana.id, "reader")):
        with pytest.raises(UsageError, match="only administrator"):
            take()
    people.remove(mira.id)
    people.remove(ana.id)
    assert people.users() == ()


def test_whom_there_is_none_of(people: People) -> None:
    people.add("Ana", "administrator", WORD)
    for change in (
        lambda: people.remove(user_id("Mira")),
        lambda: people.give_role(user_id("Mira"), "coder"),
        lambda: people.give_password(user_id("Mira"), WORD),
    ):
        with pytest.raises(UsageError, match="no such user"):
            change()


def test_a_file_that_is_none_opens_no_door(people: People) -> None:
    people.path.write_text("not a database, but long enough to be looked at as one" * 40)
    for ask in (people.users, lambda: people.signed_in("x"), lambda: people.sign_in("Mira", WORD)):
        with pytest.raises(RecordError, match="can not be read"):
            ask()


def test_a_name_waits_longer_with_each_wrong_try(clock: Clock) -> None:
    tries = Tries(clock.seconds)
    for n in range(FREE_OF_NAME):
        assert tries.begin("mira", f"10.0.0.{n}") == 0
    waits = []
    for n in range(10):
        wait = tries.begin("mira", f"10.0.1.{n}")
        waits.append(wait)
        assert tries.begin("ana", f"10.0.2.{n}") == 0 or n >= FREE_OF_NAME
        clock.now += timedelta(seconds=wait)
        assert tries.begin("mira", f"10.0.1.{n}") == 0
    assert waits[:4] == [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST]
    assert max(waits) == MOST
    clock.now += timedelta(seconds=FORGOTTEN + 1)
    assert [tries.begin("mira", "10.0.3.1") for _ in range(FREE_OF_NAME)] == [0] * FREE_OF_NAME


def test_an_address_waits_whatever_names_it_tries(clock: Clock) -> None:
    tries = Tries(clock.seconds)
    for n in range(FREE_OF_ADDRESS):
        # The addresses of one network of the newer kind are one.
        assert tries.begin(f"name {n}", f"2001:db8::{n + 1:x}") == 0
    assert tries.begin("another", "2001:db8::ffff") > 0
    assert tries.begin("another", "2001:db8:1::1") == 0


def test_a_right_one_counts_against_nobody(clock: Clock) -> None:
    tries = Tries(clock.seconds)
    for _ in range(3 * FREE_OF_ADDRESS):
        assert tries.begin("mira", "10.0.0.1") == 0
        tries.right("mira", "10.0.0.1")


def test_a_try_during_the_wait_makes_it_no_longer(clock: Clock) -> None:
    tries = Tries(clock.seconds)
    for _ in range(FREE_OF_NAME):
        tries.begin("mira", "10.0.0.1")
    assert tries.begin("mira", "10.0.0.1") == tries.begin("mira", "10.0.0.1") == FIRST


def test_what_is_remembered_has_a_bound(clock: Clock) -> None:
    tries = Tries(clock.seconds)
    for n in range(KEPT + 100):
        tries.begin(f"name {n}", f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}")
    assert len(tries._counts) <= KEPT
