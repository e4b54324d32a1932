"""A situation for network programs: actors and places are nodes, relations are edges, as GraphML and as GEXF.

GraphML: graphml.graphdrawing.org, 1.0. GEXF: gexf.net, 1.3. Each edge names its statements, so that it leads back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree as ET

from rashomon.record import Actor, Place, Relation, Situation

NODE = ("name", "kind", "strength")
EDGE = ("relation", "what", "since", "until", "origins", "disputed", "statements")
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"


def graphml(situation: Situation, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> str:
    """The situation as GraphML."""
    root = ET.Element("graphml", xmlns=GRAPHML)
    for domain, keys in (("node", NODE), ("edge", EDGE)):
        for key in keys:
            ET.SubElement(
                root, "key", {"id": f"{domain}-{key}", "for": domain, "attr.name": key, "attr.type": "string"}
            )
    graph = ET.SubElement(root, "graph", id=str(situation.day), edgedefault="directed")
    for id_, values in _nodes(situation, actors, places):
        _data(ET.SubElement(graph, "node", id=id_), "node", values)
    for relation in _edges(situation):
        edge = ET.SubElement(graph, "edge", id=relation.id, source=relation.subject, target=relation.object or "")
        _data(edge, "edge", _values(relation, situation))
    return _text(root)


def gexf(situation: Situation, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> str:
    """The situation as GEXF."""
    root = ET.Element("gexf", xmlns=GEXF, version="1.3")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed")
    for domain, keys in (("node", NODE), ("edge", EDGE)):
        listed = ET.SubElement(graph, "attributes", {"class": domain})
        for key in keys:
            ET.SubElement(listed, "attribute", id=key, title=key, type="string")
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    for id_, values in _nodes(situation, actors, places):
        _attvalues(ET.SubElement(nodes, "node", id=id_, label=values["name"]), values)
    for relation in _edges(situation):
        ends = {"source": relation.subject, "target": relation.object or ""}
        edge = ET.SubElement(edges, "edge", {"id": relation.id, **ends, "label": relation.relation})
        _attvalues(edge, _values(relation, situation))
    return _text(root)


def _nodes(
    situation: Situation, actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> Iterator[tuple[str, dict[str, str]]]:
    sizes: dict[str, list[str]] = {}
    for relation in situation.relations:
        if relation.relation == "strength":
            sizes.setdefault(relation.subject, []).extend(figure.text for figure in relation.figures)
    ends = {key for relation in situation.relations for key in (relation.subject, relation.object) if key}
    for key in sorted(ends):
        name, kind = (actors[key].name, actors[key].type) if key in actors else (places[key].name, "place")
        yield key, {"name": name, "kind": kind, "strength": "; ".join(sizes.get(key, ()))}


def _edges(situation: Situation) -> Iterator[Relation]:
    return (relation for relation in situation.relations if relation.object)


def _values(relation: Relation, situation: Situation) -> dict[str, str]:
    when = relation.time
    return {
        "relation": relation.relation,
        "what": relation.what or "",
        "since": str(when.earliest) if when and when.earliest else "",
        "until": str(when.latest) if when and when.latest else "",
        "origins": "; ".join(relation.sources),
        "disputed": "yes" if relation.id in situation.disputed else "",
        "statements": " ".join(relation.statements),
    }


def _data(element: ET.Element, domain: str, values: Mapping[str, str]) -> None:
    for key, value in _told(values.items()):
        ET.SubElement(element, "data", key=f"{domain}-{key}").text = value


def _attvalues(element: ET.Element, values: Mapping[str, str]) -> None:
    listed = ET.SubElement(element, "attvalues")
    for key, value in _told(values.items()):
        ET.SubElement(listed, "attvalue", {"for": key, "value": value})


def _told(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((key, value) for key, value in values if value)


def _text(root: ET.Element) -> str:
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


NETWORKS: Mapping[str, Callable[[Situation, Mapping[str, Actor], Mapping[str, Place]], str]] = MappingProxyType(
    {"graphml": graphml, "gexf": gexf}
)
"""The formats by name."""
