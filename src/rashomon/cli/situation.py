"""`rashomon situation`: who stood where on a day, as tables, as JSON, or as a network."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Annotated, Any

import msgspec
import typer
from rich.table import Table
from rich.text import Text

import rashomon.api
from rashomon.cli.console import out, say
from rashomon.cli.show import day_option
from rashomon.cli.styles import DIFFERS, QUIET, STRONG
from rashomon.cli.wording import STALE, UNKNOWN, bounds, count, day, when
from rashomon.errors import UsageError
from rashomon.exports.networks import NETWORKS
from rashomon.record import Differences, Flow, Relation, Truce
from rashomon.run import Situated
from rashomon.store import View

FORMATS = ("table", "json", *NETWORKS)


def situation(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")],
    on: Annotated[date, day_option("--on", "The day.")],
    according_to: Annotated[
        str | None, typer.Option("--according-to", metavar="NAME", help="Only as this outlet, agency or speaker tells.")
    ] = None,
    as_of: Annotated[date | None, day_option("--as-of", "Only what could be known on that day.")] = None,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="DAY|NAME", help="What differs on another day, or as another one tells it."),
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "table",
) -> None:
    """Show how things stood on a day.

    Forces with their strength, those who lead, back and fight them; places and who holds them; truces; who left which
    force. What is marked ≠ can not all be right. What is told without a day is listed apart.
    """
    if format not in FORMATS:
        raise UsageError(f"--format {format}: there is no such format; there is: {', '.join(FORMATS)}")
    if against is not None and format in NETWORKS:
        raise UsageError(f"--format {format}: a comparison is no network; leave out --against, or use --format json")
    with rashomon.api.open(record) as view:
        if not view.fresh:
            say(STALE, style="yellow")
        one = rashomon.api.situation_on(view, on, as_of=as_of, according_to=according_to)
        if against is not None:
            other_day, name = _other(against, on, according_to)
            other = rashomon.api.situation_on(view, other_day, as_of=as_of, according_to=name)
            found = rashomon.api.changes(one, other)
            names = {**_names(one), **_names(other)}
            words = _words(view, (one, other))
            if format == "json":
                _json(_differences(found, names, words))
            else:
                _draw_differences(found, one, other, words)
        elif format == "json":
            _json(_document(one, _words(view, (one,))))
        elif format in NETWORKS:
            sys.stdout.write(NETWORKS[format](one.situation, one.actors, one.places))
        else:
            _draw(one, _words(view, (one,)))


def _other(against: str, on: date, according_to: str | None) -> tuple[date, str | None]:
    """The other situation: another day of the same side, or another side on the same day."""
    try:
        return date.fromisoformat(against), according_to
    except ValueError:
        return on, against


def _names(told: Situated) -> dict[str, str]:
    return {key: thing.name for things in (told.actors, told.places) for key, thing in things.items()}


def _words(view: View, told: Iterable[Situated]) -> dict[str, str]:
    """The sentences of the truces."""
    truces = [truce for each in told for truce in (*each.situation.truces, *each.situation.undated_truces)]
    keys = [truce.statements[0] for truce in truces]
    return {key: statement.evidence.text for key, statement in view.statements_by_id(keys).items()}


def _draw(told: Situated, words: Mapping[str, str]) -> None:
    names, now = _names(told), told.situation
    most = f", the {len(now.relations):,} told by most" if told.held > len(now.relations) else ""
    out.print(Text(f"{day(now.day)}: {count(told.held, 'relation')}{most}", style=STRONG))
    out.print(_actors(told, names))
    if now.places:
        table = _table("place", "held by")
        for hold in now.places:
            mark = f" {DIFFERS}" if hold.contested else ""
            table.add_row(f"{hold.place.name}{mark}", _listed(hold.holders, names, lambda r: r.subject))
        out.print(table)
    for title, truces in (("truces in force since", now.truces), ("perhaps in force, since", now.undated_truces)):
        if truces:
            table = _table(title, "according to", "in the words")
            for truce in truces:
                table.add_row(when(truce.time), truce.source, words.get(truce.statements[0], ""))
            out.print(table)
    if told.flows:
        table = _table("flows", "who", "to", "how many", "when", "according to")
        for flow in told.flows:
            table.add_row(*_flow(flow, names))
        out.print(table)
    if now.undated:
        left = f", {len(now.undated)} of them" if told.undated > len(now.undated) else ""
        out.print(Text(f"{count(told.undated, 'relation')} told without a day{left}:", style=QUIET))
        for relation in now.undated:
            out.print(Text(f"  {_sentence(relation, names)}", style=QUIET))


def _actors(told: Situated, names: Mapping[str, str]) -> Table:
    table = _table("actor", "kind", "strength", "led by", "part of", "backed by, allied with", "fights", "where")
    for stand in told.situation.actors:
        own = stand.actor.id
        sides = (*stand.strength, *stand.leaders, *stand.allies, *stand.enemies, *stand.places)
        if stand.actor.type == "person" and not sides:
            continue  # Whom they lead or belong to names them.

        def other(relation: Relation, own: str = own) -> str:
            return relation.object or "" if relation.subject == own else relation.subject

        cells = (stand.leaders, stand.parents, stand.allies, stand.enemies, stand.places)
        strength = _unique(bounds(figure) for relation in stand.strength for figure in relation.figures)
        listed = [_listed(cell, names, other) for cell in cells]
        if any((strength, *listed)):
            table.add_row(stand.actor.name, stand.actor.type, strength, *listed)
    return table


def _listed(relations: Iterable[Relation], names: Mapping[str, str], of: Callable[[Relation], str]) -> str:
    return _unique(names.get(of(each), UNKNOWN) + (f" ({each.what})" if each.what else "") for each in relations)


def _unique(words: Iterable[str]) -> str:
    return ", ".join(sorted(set(words)))


def _flow(flow: Flow, names: Mapping[str, str]) -> tuple[str, ...]:
    of, to = (names.get(key, UNKNOWN) if key else "" for key in (flow.of, flow.to))
    many = _unique(f"{bounds(figure)} {figure.counts}" for figure in flow.figures)
    return flow.kind, of, to, many, when(flow.time), ", ".join(flow.sources)


def _sentence(relation: Relation, names: Mapping[str, str]) -> str:
    object_ = names.get(relation.object or "", "") or ", ".join(map(bounds, relation.figures))
    what = f" ({relation.what})" if relation.what else ""
    return f"{names.get(relation.subject, UNKNOWN)} {relation.relation} {object_}{what}, {', '.join(relation.sources)}"


def _draw_differences(found: Differences, one: Situated, other: Situated, words: Mapping[str, str]) -> None:
    names = {**_names(one), **_names(other)}
    apart = [change for change in found.relations if change.how != "both"]
    alike = len(found.relations) - len(apart)
    out.print(Text(f"{count(alike, 'relation')} in both, {len(apart)} in one alone", style=STRONG))
    if apart:
        table = _table("holds in", "relation", "time")
        for change in apart:
            table.add_row(change.how, _sentence(change.relation, names), when(change.relation.time))
        out.print(table)
    grounds = {hold.place.id: hold.place.name for each in (one, other) for hold in each.situation.places}
    if grounds:
        table = _table("ground", "held in the first by", "held in the second by")
        for key, name in sorted(grounds.items(), key=lambda pair: (pair[1], pair[0])):
            table.add_row(name, *(_listed(_holders(each, key), names, lambda r: r.subject) for each in (one, other)))
        out.print(table)
    if found.flows:
        table = _table("told in", "flow", "who", "to", "how many", "when", "according to")
        for moved in found.flows:
            table.add_row(moved.how, *_flow(moved.flow, names))
        out.print(table)
    if found.truces:
        table = _table("told in", "truce since", "according to", "in the words")
        for agreed in found.truces:
            truce = agreed.truce
            table.add_row(agreed.how, when(truce.time), truce.source, words.get(truce.statements[0], ""))
        out.print(table)


def _holders(told: Situated, place: str) -> tuple[Relation, ...]:
    return next((hold.holders for hold in told.situation.places if hold.place.id == place), ())


def _differences(found: Differences, names: Mapping[str, str], words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "changes": [{"how": change.how, **_relation(change.relation, names)} for change in found.relations],
        "flows": [{"how": moved.how, **_flow_values(moved.flow, names)} for moved in found.flows],
        "truces": [{"how": agreed.how, **_truce(agreed.truce, words)} for agreed in found.truces],
    }


def _table(*titles: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=QUIET)
    for title in titles:
        table.add_column(title)
    return table


def _document(told: Situated, words: Mapping[str, str]) -> dict[str, Any]:
    names, now = _names(told), told.situation
    return {
        "day": now.day,
        "actors": [
            {
                "id": stand.actor.id,
                "name": stand.actor.name,
                "type": stand.actor.type,
                **{
                    field.name: [relation.id for relation in getattr(stand, field.name)]
                    for field in fields(stand)
                    if field.name != "actor"
                },
            }
            for stand in now.actors
        ],
        "places": [
            {
                "id": hold.place.id,
                "name": hold.place.name,
                "held_by": [relation.id for relation in hold.holders],
                "contested": hold.contested,
            }
            for hold in now.places
        ],
        "relations": [_relation(r, names) | {"disputed": r.id in now.disputed} for r in now.relations],
        "undated": [_relation(relation, names) for relation in now.undated],
        "truces": [_truce(truce, words) for truce in now.truces],
        "undated_truces": [_truce(truce, words) for truce in now.undated_truces],
        "flows": [_flow_values(flow, names) for flow in told.flows],
    }


def _truce(truce: Truce, words: Mapping[str, str]) -> dict[str, Any]:
    return {field.name: getattr(truce, field.name) for field in fields(truce)} | {
        "text": words.get(truce.statements[0])
    }


def _flow_values(flow: Flow, names: Mapping[str, str]) -> dict[str, Any]:
    values = {field.name: getattr(flow, field.name) for field in fields(flow)}
    return values | {"of_name": names.get(flow.of or ""), "to_name": names.get(flow.to or "")}


def _relation(relation: Relation, names: Mapping[str, str]) -> dict[str, Any]:
    return {field.name: getattr(relation, field.name) for field in fields(relation)} | {
        "subject_name": names.get(relation.subject),
        "object_name": names.get(relation.object or ""),
    }


def _json(document: dict[str, Any]) -> None:
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n")
