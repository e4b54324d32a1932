"""A network: who rests on whom, as GraphML, which Gephi, R's igraph and networkx read.

    python examples/network.py basra.record sources.graphml

An edge leads from whoever tells a thing to those it has it from; its weight is the number of statements.
"""

import sys
from collections import Counter
from xml.etree import ElementTree as ET

import rashomon


def main(record: str, out: str) -> None:
    """Write the graph, and print on whom most statements rest."""
    with rashomon.open(record) as view:
        rests = rashomon.rests(view)
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, kind in (("how", "string"), ("weight", "int")):
        ET.SubElement(root, "key", {"id": name, "for": "edge", "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    for name in sorted({end for rest in rests for end in (rest.of, rest.on)}):
        ET.SubElement(graph, "node", id=name)
    for rest in rests:
        edge = ET.SubElement(graph, "edge", source=rest.of, target=rest.on)
        ET.SubElement(edge, "data", key="how").text = rest.how
        ET.SubElement(edge, "data", key="weight").text = str(len(rest.statements))
    ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)

    behind: Counter[str] = Counter()
    for rest in rests:
        behind[rest.on] += len(rest.statements)
    for name, statements in sorted(behind.items(), key=lambda pair: (-pair[1], pair[0]))[:3]:
        print(f"{statements} statements rest on {name}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
