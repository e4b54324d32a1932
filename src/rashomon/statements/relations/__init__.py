"""What holds for a while, read off the parse: who heads what, belongs to whom, backs or fights whom, how strong."""

from rashomon.statements.relations.find import find_relations
from rashomon.statements.relations.told import Told

__all__ = ["Told", "find_relations"]
