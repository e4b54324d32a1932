"""Who rests on whom: the chains of an event turned over, so that whoever is closest to the fact stands first.

Below each stand those who have it from him; copies of one text are counted, not drawn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.desk.shapes import Source
from rashomon.record import Sayer, Statement


@dataclass
class _Node:
    sayer: Sayer
    statements: list[str] = field(default_factory=list)
    articles: dict[str, str] = field(default_factory=dict)
    below: dict[tuple[str, str], "_Node"] = field(default_factory=dict)


def sources(statements: Iterable[Statement], families: Mapping[str, str]) -> tuple[Source, ...]:
    """The trees, those with most statements first; `families` has the family of each article."""
    roots: dict[tuple[str, str], _Node] = {}
    for statement in statements:
        level = roots
        node = None
        for sayer in reversed(statement.chain):
            # Somebody without a name is nobody else's source: two unnamed officials may be two people.
            own = statement.article if sayer.role == "unnamed" else ""
            node = level.setdefault((sayer.actor or sayer.name, own), _Node(sayer))
            level = node.below
        if node:
            node.statements.append(statement.id)
            node.articles[statement.article] = families.get(statement.article, statement.article)
    return _told(roots.values())


def _told(nodes: Iterable[_Node]) -> tuple[Source, ...]:
    told = [
        Source(
            name=node.sayer.name,
            role=node.sayer.role,
            said=node.sayer.said,
            statements=tuple(node.statements),
            reprints=len(node.articles) - len(set(node.articles.values())),
            passed_on=_told(node.below.values()),
        )
        for node in nodes
    ]
    return tuple(sorted(told, key=lambda source: (-_size(source), source.name)))


def _size(source: Source) -> int:
    return len(source.statements) + sum(map(_size, source.passed_on))
